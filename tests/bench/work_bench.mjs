// What the portal costs while it is used: idleness, frames, typing, changing the language, scrolling, the mirror's
// share, memory.
import { launch, new_visitor } from '../e2e/support/browser.mjs';
import { count_drawing, drawing } from '../e2e/support/drawing.mjs';
import { submits, tracks } from '../e2e/support/journey.mjs';
import { declaration_in } from '../e2e/support/declaration.mjs';
import { Person } from '../e2e/support/person.mjs';
import { count_resources, wasm_bytes } from '../e2e/support/resources.mjs';
import { Server } from '../e2e/support/server.mjs';
import { own_name } from '../e2e/support/words.mjs';
import { working_time } from './measure.mjs';
import { mirror_share } from './mirror_share.mjs';
import { median } from './rows.mjs';

/** @typedef {import('./rows.mjs').Row} Row */
/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @returns {Promise<Row[]>} */
async function idle_costs(page) {
    const time = await working_time(page);
    await page.waitForTimeout(1_000);
    const before = { ...(await drawing(page)), ...(await time()) };
    await page.waitForTimeout(5_000);
    const after = { ...(await time()), ...(await drawing(page)) };
    return [
        { name: 'frames in 5 idle seconds', value: after.frames - before.frames, unit: '', at_most: 0 },
        { name: 'drawing calls in 5 idle seconds', value: after.draws - before.draws, unit: '', at_most: 0 },
        { name: 'main thread in 5 idle seconds', value: after.task - before.task, unit: 'ms' },
    ];
}

/** Moves the pointer about, so that hover looks change. @param {Page} page @returns {Promise<Row[]>} */
async function frame_costs(page) {
    const time = await working_time(page);
    const before = { ...(await time()), ...(await drawing(page)) };
    for (let i = 0; i < 120; i += 1) await page.mouse.move(40 + ((i * 97) % 280), 100 + ((i * 211) % 560));
    const after = { ...(await time()), ...(await drawing(page)) };
    const frames = Math.max(1, after.frames - before.frames);
    return [
        { name: 'script time of a frame', value: (after.script - before.script) / frames, unit: 'ms', note: `${frames} frames` },
        { name: 'main thread time of a frame', value: (after.task - before.task) / frames, unit: 'ms' },
    ];
}

/** Behind a long description. @param {Person} person @returns {Promise<Row[]>} */
async function typing_costs(person) {
    const { page } = person;
    const typed = 'The street lamp is out. '.repeat(10).slice(0, 200);
    await person.opens('/submit/description');
    const field = person.finds('textbox', person.t('submit.description.label'));
    await field.fill('The street lamp in front of the library is out. '.repeat(90).slice(0, 3_800));
    await field.press('Control+End');
    await page.waitForTimeout(500);
    const time = await working_time(page);
    const before = await time();
    await page.keyboard.type(typed, { delay: 20 });
    const after = await time();
    const share = (/** @type {'task' | 'script'} */ what) => (after[what] - before[what]) / typed.length;
    return [
        { name: 'script time of a character behind 3,800', value: share('script'), unit: 'ms' },
        { name: 'main thread time of a character behind 3,800', value: share('task'), unit: 'ms', at_most: 4 },
    ];
}

/** Runs in the page: notes when the page has changed its language and shown it. */
function note_language() {
    new MutationObserver(() => {
        requestAnimationFrame(() => setTimeout(() => performance.mark(`shown-${document.documentElement.lang}`)));
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['lang'] });
}

/** From the arrival of all of a language's files to the page that speaks it. @param {Page} page @param {string} tag */
async function switch_time(page, tag) {
    const shown = await page.waitForFunction((name) => performance.getEntriesByName(name)[0]?.startTime, `shown-${tag}`);
    const arrived = await page.evaluate((language) => {
        const files = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType('resource'));
        const own = files.filter(({ name }) => new RegExp(`/${language}\\.[0-9a-f]+\\.(json|dat)$`).test(name));
        return Math.max(...own.map(({ responseEnd }) => responseEnd));
    }, tag);
    return /** @type {number} */ (await shown.jsonValue()) - arrived;
}

/** @param {import('playwright-core').Browser} browser @param {Server} server @returns {Promise<Row[]>} */
async function language_costs(browser, server) {
    const times = [];
    for (const language of /** @type {const} */ (['zh-Hans', 'ar', 'zh-Hans', 'ar', 'zh-Hans'])) {
        const { context, page } = await new_visitor(browser, { size: 'phone', before: (page) => page.addInitScript(note_language) });
        const person = new Person(page, server.url, 'en');
        await person.opens('/submit/description');
        await person.selects(person.t('language.choose'), own_name[language]);
        times.push(await switch_time(page, language));
        await context.close();
    }
    return [{ name: 'a language switch, from its files to its words', value: median(times), unit: 'ms', at_most: 100 }];
}

/** Through all languages, one after the other on one page. @param {import('playwright-core').Browser} browser @param {Server} server @returns {Promise<Row[]>} */
async function every_language_costs(browser, server) {
    const { context, page } = await new_visitor(browser, { size: 'phone', before: (page) => page.addInitScript(note_language) });
    const person = new Person(page, server.url, 'en');
    await person.opens('/submit/description');
    /** @type {[number, string][]} */
    const times = [];
    for (const language of Object.keys(own_name).filter((tag) => tag !== 'en')) {
        await person.chooses_language(language);
        times.push([await switch_time(page, language), language]);
    }
    await context.close();
    const [slowest, language] = times.reduce((one, other) => (other[0] > one[0] ? other : one));
    return [
        { name: 'a language switch, middle of all languages', value: median(times.map(([time]) => time)), unit: 'ms', at_most: 100 },
        { name: 'a language switch, slowest of all languages', value: slowest, unit: 'ms', note: language },
    ];
}

/** A description of 4,000 characters, laid out for a window of another width, and again for the first one.
 * @param {import('playwright-core').Browser} browser @param {Server} server @param {string} language @returns {Promise<Row[]>} */
async function layout_costs(browser, server, language) {
    const { context, page } = await new_visitor(browser, { size: 'phone', language });
    const person = new Person(page, server.url, language);
    await person.opens('/submit/description');
    await person.types(person.t('submit.description.label'), declaration_in(language).slice(0, 4_000));
    await person.opens('/submit/check');
    await page.waitForTimeout(500);
    const time = await working_time(page);
    const costs = [];
    for (const width of [340, 360]) {
        const before = await time();
        await page.setViewportSize({ width, height: 740 });
        await page.waitForTimeout(500);
        costs.push((await time()).script - before.script);
    }
    await context.close();
    const name = `script time of a page with 4,000 characters, ${language}`;
    return [
        { name: `${name}, new width`, value: costs[0], unit: 'ms' },
        { name: `${name}, known width`, value: costs[1], unit: 'ms' },
    ];
}

/** A case with three hundred events, opened. @param {Person} person @param {Server} server */
async function opens_long_case(person, server) {
    const receipt = await submits(person);
    for (let turn = 0; turn < 299; turn += 1) {
        const response = await fetch(`${server.url}/api/v1/cases/${receipt.number}/messages`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'X-Access-Code': receipt.code },
            body: JSON.stringify({ text: `It is still out, on evening ${turn + 1}.` }),
        });
        if (!response.ok) throw new Error(`message ${turn} answered ${response.status}: ${await response.text()}`);
    }
    await tracks(person, receipt);
    await person.sees('It is still out, on evening 299.');
}

/** @param {Person} person @param {Server} server @returns {Promise<Row[]>} */
async function scrolling_costs(person, server) {
    const { page } = person;
    await opens_long_case(person, server);
    await page.waitForTimeout(1_000);
    const time = await working_time(page);
    const before = { ...(await time()), ...(await drawing(page)) };
    const steps = 120;
    await page.mouse.move(180, 400);
    for (let step = 0; step < steps; step += 1) await page.mouse.wheel(0, 150);
    await page.waitForTimeout(500);
    const after = { ...(await time()), ...(await drawing(page)) };
    const frames = after.frames - before.frames;
    const note = `${frames} frames painted in ${steps} steps of 150 px`;
    const cost = frames === 0 ? 0 : (after.script - before.script) / frames;
    return [{ name: 'script time of a painted frame, scrolling 300 events', value: cost, unit: 'ms', at_most: 4, note }];
}

/** @param {Page} page @returns {Promise<Row[]>} */
async function memory(page) {
    const bytes = await wasm_bytes(page);
    return [{ name: 'Wasm memory behind 300 events', value: bytes === null ? null : bytes / 1e6, unit: 'MB' }];
}

/** @returns {Promise<Row[]>} */
export async function work_bench() {
    const server = await Server.start();
    const browser = await launch();
    const before = async (/** @type {Page} */ page) => {
        await count_drawing(page);
        await count_resources(page);
    };
    try {
        const { context, page } = await new_visitor(browser, { size: 'phone', before });
        const person = new Person(page, server.url, 'en');
        await person.opens('/');
        const rows = [...(await idle_costs(page)), ...(await frame_costs(page)), ...(await typing_costs(person))];
        rows.push(...(await mirror_share(person)));
        rows.push(...(await scrolling_costs(person, server)), ...(await memory(page)));
        await context.close();
        rows.push(...(await language_costs(browser, server)), ...(await every_language_costs(browser, server)));
        for (const language of ['en', 'ru', 'ar', 'hi', 'th', 'ko', 'ja', 'zh-Hans']) rows.push(...(await layout_costs(browser, server, language)));
        return rows;
    } finally {
        await browser.close();
        await server.stop();
    }
}
