// The first screen does not wait for the program: it is there at once, what is done on it stays, and nothing jumps
// when the program takes it over.
import assert from 'node:assert/strict';
import { request as http_request } from 'node:http';
import { new_visitor } from './support/browser.mjs';
import { Person } from './support/person.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { languages, message, own_name, t } from './support/words.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./support/words.mjs').Language} Language */

const portal_test = portal_tests();
const entries = ['/', '/submit', '/track', '/feedback'];
const first_answer_at_most = 14_000;
const long_number = 'HY20261122-000123-K '.repeat(10);

/** Keeps the program back until it is let go. @param {Page} page */
async function program_held(page) {
    /** @type {() => void} */
    let release = () => undefined;
    const released = new Promise((resolve) => (release = () => resolve(undefined)));
    await page.route('**/*.wasm', async (route) => {
        await released;
        await route.continue();
    });
    return { release };
}

/** Opens a page as a slow line brings it, without the program. @param {Person} person @param {string} path */
async function opens_before_the_program(person, path) {
    const program = await program_held(person.page);
    await person.page.goto(person.url + path, { waitUntil: 'domcontentloaded' });
    return program;
}

/** @param {Person} person @param {{release: () => void}} program */
async function program_arrives(person, program) {
    program.release();
    await person.waits_for_portal();
}

/** Value and caret of the field that has focus. @param {Page} page */
const at_work = (page) =>
    page.evaluate(() => {
        const { id, value, selectionStart, selectionEnd } = /** @type {HTMLInputElement} */ (document.activeElement);
        return { id, value, caret: [selectionStart, selectionEnd] };
    });

/** Remembers the very element, so that a copy of it would be noticed. @param {Page} page @param {string} id */
const mark = (page, id) => page.evaluate((name) => Object.assign(document.getElementById(name) ?? {}, { isTheSame: true }), id);

/** @param {Page} page @param {string} id */
const is_marked = (page, id) => page.evaluate((name) => 'isTheSame' in (document.getElementById(name) ?? {}), id);

/** What goes over the line. @param {string} url @param {Language} language @returns {Promise<number>} */
function bytes_of(url, language) {
    return new Promise((resolve, reject) => {
        const headers = { 'Accept-Language': language, 'Accept-Encoding': 'gzip, deflate, br' };
        http_request(url, { headers }, (answer) => {
            let size = answer.rawHeaders.join(': ').length;
            answer.on('data', (bytes) => (size += bytes.length));
            answer.on('end', () => resolve(size));
        })
            .on('error', reject)
            .end();
    });
}

/** The browser notes every failed request by itself. */
const failed_request = [/Failed to load resource|Failed to fetch|ERR_|dynamically imported/];

portal_test('the first answer is small enough for the first packets, with styles', {}, async ({ server }) => {
    for (const path of entries) {
        for (const language of languages) {
            const size = await bytes_of(server.url + path, language);
            assert.ok(size <= first_answer_at_most, `${path} in ${language}: ${size} bytes`);
            const html = await (await fetch(server.url + path, { headers: { 'Accept-Language': language } })).text();
            assert.match(html, new RegExp(`<html lang="?${language}`));
            assert.ok(html.includes(message(language, 'footer.hotline')), 'the page says how else to reach the hotline');
            assert.doesNotMatch(html, /<link rel="?stylesheet/);
        }
    }
});

portal_test('200 characters typed on a slow line before the program is there stay where they are', {}, async ({ person, page, context }) => {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 300, downloadThroughput: 10_000, uploadThroughput: 10_000 });
    await page.goto(`${person.url}/track`, { waitUntil: 'commit' });
    const field = person.finds('textbox', person.t('track.number.label'));
    await field.click();
    await mark(page, 'track.number');
    await page.keyboard.insertText(long_number);
    for (let i = 0; i < 20; i += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('abc');
    const core_was_there = await page.evaluate(() => performance.getEntriesByName('huiyin-core-ready').length > 0);
    assert.ok(!core_was_there, 'the program came too early for this test');
    const before = await at_work(page);
    assert.equal(before.value.length, 203);
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
    await person.waits_for_portal();
    assert.deepEqual(await at_work(page), before);
    assert.ok(await is_marked(page, 'track.number'), 'it is the same field');
    assert.ok(await page.evaluate(() => document.body.classList.contains('start')), 'nothing changes its looks under the hands');
    await page.keyboard.type('d');
    await person.clicks(person.t('track.open'));
    await person.sees(person.t('problem.number.invalid'));
    assert.equal(await person.typed_in(person.t('track.number.label')), `${before.value.slice(0, 183)}d${before.value.slice(183)}`);
    assert.ok(!(await page.evaluate(() => document.body.matches('.start, .plain'))), 'the canvas comes with what is new');
});

portal_test('what is being composed when the program arrives is composed to its end', { language: 'zh-Hans' }, async ({ person, page, context }) => {
    const program = await opens_before_the_program(person, '/track');
    const session = await context.newCDPSession(page);
    const compose = (/** @type {string} */ text) =>
        session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await person.finds('textbox', person.t('track.number.label')).click();
    await page.evaluate(() => {
        const seen = { starts: 0, ends: 0 };
        Object.assign(globalThis, { composition: seen });
        addEventListener('compositionstart', () => (seen.starts += 1), true);
        addEventListener('compositionend', () => (seen.ends += 1), true);
    });
    await compose('lu');
    await compose('lu den');
    await program_arrives(person, program);
    assert.equal((await at_work(page)).value, 'lu den');
    await compose('lu deng');
    await session.send('Input.insertText', { text: '路灯' });
    assert.equal((await at_work(page)).value, '路灯');
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).composition), { starts: 1, ends: 1 });
});

portal_test('the language changes at once, and what was typed stays', {}, async ({ person, page }) => {
    const program = await opens_before_the_program(person, '/track');
    await person.finds('textbox', person.t('track.number.label')).click();
    await mark(page, 'track.number');
    await page.keyboard.insertText(long_number);
    await page.keyboard.press('Home');
    await person.finds('combobox', person.t('language.choose')).selectOption({ label: own_name.ar });
    await person.finds('textbox', t('ar', 'track.number.label')).click();
    await person.reads_heading(t('ar', 'track.title'));
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    const before = await at_work(page);
    assert.equal(before.value, `${long_number}!`);
    await program_arrives(person, program);
    await person.reads_heading(t('ar', 'track.title'));
    assert.deepEqual(await at_work(page), before);
    assert.ok(await is_marked(page, 'track.number'), 'it is the same field');
    assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl']);
    await page.goto(`${person.url}/`);
    await person.reads_heading(t('ar', 'home.title'));
});

portal_test('a choice made before stays chosen, and a step pressed before is taken', {}, async ({ person }) => {
    const program = await opens_before_the_program(person, '/submit');
    await person.chooses(person.t('nature.complaint.label'));
    await person.clicks(person.t('submit.continue'));
    await person.sees(person.t('boot.pressed'));
    await program_arrives(person, program);
    await person.reads_heading(person.t('submit.category.title'));
    await person.does_not_see(person.t('boot.pressed'));
    await person.page.goBack();
    await person.reads_heading(person.t('submit.nature.title'));
    assert.ok(await person.choice(person.t('nature.complaint.label')).isChecked());
    assert.ok(!(await person.page.evaluate(() => document.body.classList.contains('plain'))), 'the canvas came with the next page');
});

portal_test('what is pressed and chosen before any script has come is done when it has', {}, async ({ person, page }) => {
    /** @type {() => void} */
    let release = () => undefined;
    const released = new Promise((resolve) => (release = () => resolve(undefined)));
    await page.route('**/portal*.js', async (route) => {
        await released;
        await route.continue();
    });
    await page.goto(`${person.url}/submit`, { waitUntil: 'domcontentloaded' });
    await person.chooses(person.t('nature.complaint.label'));
    await page.keyboard.press('Enter');
    await person.sees(person.t('boot.pressed'));
    await person.finds('combobox', person.t('language.choose')).selectOption({ label: own_name.ar });
    assert.equal(page.url(), `${person.url}/submit`, 'nothing was sent');
    release();
    await person.reads_heading(t('ar', 'submit.category.title'));
    await page.goBack();
    await person.reads_heading(t('ar', 'submit.nature.title'));
    assert.ok(await person.choice(t('ar', 'nature.complaint.label')).isChecked());
});

portal_test('links lead on before the program is there', {}, async ({ person }) => {
    await opens_before_the_program(person, '/');
    await person.clicks(person.t('home.track.action'));
    await person.reads_heading(person.t('track.title'));
    await person.clicks(person.t('track.back'));
    await person.reads_heading(person.t('home.title'));
});

portal_test('chosen colours and sizes are there before the program is', {}, async ({ person, page }) => {
    const page_color = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await person.opens('/');
    const light = await page_color();
    await person.clicks(person.t('settings.open'));
    await person.chooses(person.t('settings.theme.dark'));
    await person.until(async () => (await page_color()) !== light, 'the page is dark');
    const dark = await page_color();
    await person.clicks(person.t('settings.close'));
    await opens_before_the_program(person, '/track');
    await person.until(async () => (await page_color()) === dark, 'the page is dark again');
});

/** Runs in the page: notes in which language, and on what colour, each page of the visit is first seen. */
function note_first_paint() {
    new PerformanceObserver((list) => {
        if (list.getEntriesByName('first-contentful-paint').length === 0) return;
        const seen = JSON.parse(sessionStorage.getItem('seen') ?? '[]');
        seen.push([document.documentElement.lang, getComputedStyle(document.documentElement).backgroundColor]);
        sessionStorage.setItem('seen', JSON.stringify(seen));
    }).observe({ type: 'paint', buffered: true });
}

portal_test('a language and colours chosen before are the first that is seen, also on a slow line', {}, async ({ person, page }) => {
    await person.opens('/track');
    await person.chooses_language('ar');
    await person.clicks(person.t('settings.open'));
    await person.chooses(person.t('settings.theme.dark'));
    await person.until(() => page.evaluate(() => document.documentElement.style.colorScheme === 'dark'), 'the page is dark');
    const dark = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await page.addInitScript(note_first_paint);
    const later = (/** @type {number} */ ms) => (/** @type {import('playwright-core').Route} */ route) => void setTimeout(() => route.continue(), ms);
    await page.route('**/*?lang=ar', later(600));
    await page.route('**/*.js', later(300));
    /** @type {string[]} */
    const visited = [];
    page.on('framenavigated', (frame) => visited.push(frame.url().slice(person.url.length)));
    const pages = await page.evaluate(() => history.length);
    await page.goto(`${person.url}/#behind`);
    await person.waits_for_portal();
    assert.deepEqual(visited.filter((url) => url.endsWith('#behind')).slice(0, 2), ['/#behind', '/?lang=ar#behind'], 'what stands behind "#" comes along');
    assert.equal(await page.evaluate(() => history.length), pages + 1, 'Back leads to the page before');
    const seen = await page.waitForFunction(() => JSON.parse(sessionStorage.getItem('seen') ?? 'null'));
    assert.deepEqual(await seen.jsonValue(), [['ar', dark]]);
    await person.reads_heading(t('ar', 'home.title'));
    assert.equal(new URL(page.url()).search, '');
});

portal_test('a link may name the language', { language: 'zh-Hans' }, async ({ person, page }) => {
    await person.opens('/track?lang=ar');
    await person.reads_heading(t('ar', 'track.title'));
    assert.equal(new URL(page.url()).search, '');
    await person.reloads();
    await person.reads_heading(t('ar', 'track.title'));
});

/** Where everything stands that has a name, in whole tenths of pixels. @param {Page} page */
const places = (page) =>
    page.evaluate(() => {
        /** @type {Record<string, number[]>} */
        const all = {};
        for (const element of document.querySelectorAll('#mirror [id]:not(.skip)')) {
            const { x, y, width, height } = element.getBoundingClientRect();
            if (width === 0) continue;
            all[element.id] = [x, y, width, height].map((value) => Math.round(value * 10) / 10);
        }
        return all;
    });

for (const [size, language] of /** @type {const} */ ([['phone', 'en'], ['desktop', 'zh-Hans'], ['phone', 'ar'], ['desktop', 'ar'], ['phone', 'id'], ['desktop', 'id']])) {
    portal_test(`nothing jumps when the canvas takes over on a ${size} in ${language}`, { size, language }, async ({ person, page }) => {
        for (const path of entries.slice(0, 3)) {
            const program = await opens_before_the_program(person, path);
            const before = await places(page);
            await program_arrives(person, program);
            assert.ok(!(await page.evaluate(() => document.body.classList.contains('plain'))), 'the canvas has taken over');
            const after = await places(page);
            const moved = Object.keys(before).filter((id) => before[id].some((value, at) => Math.abs(value - (after[id]?.[at] ?? NaN)) > 1 || !after[id]));
            assert.deepEqual(moved.map((id) => `${path} ${id}: ${before[id]} → ${after[id]}`), []);
        }
    });
}

const without_wasm = (/** @type {Page} */ page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
portal_test('a browser without WebAssembly says how else to reach the hotline', { before: without_wasm, complaints: [/WebAssembly/] }, async ({ person, page }) => {
    await page.goto(`${person.url}/track`);
    await person.sees(person.t('boot.hotline'));
    await person.sees(person.t('boot.not_started'));
    await person.reads_heading(person.t('track.title'));
    await person.clicks(person.t('track.back'));
    await person.reads_heading(person.t('home.title'));
});

for (const [what, file] of [['scripts', 'js'], ['program', 'wasm']]) {
    portal_test(`a page whose ${what} never come says how else to reach the hotline`, { complaints: failed_request }, async ({ person, page }) => {
        await page.route(new RegExp(`/portal\\.[0-9a-f]+\\.${file}$`), (route) => route.abort('connectionreset'));
        await page.goto(`${person.url}/submit`, { waitUntil: 'commit' });
        await person.sees(person.t('boot.not_started'));
        await person.sees(person.t('submit.nature.title'));
    });
}
