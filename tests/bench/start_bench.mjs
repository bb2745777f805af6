// How soon a page can be used: the portal's first field beside a plain HTML form's and a SurveyJS form's, when the
// canvas has taken over, what that costs, and how much sooner it is from the cache.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, launch_kept, new_visitor } from '../e2e/support/browser.mjs';
import { Server } from '../e2e/support/server.mjs';
import { own_name } from '../e2e/support/words.mjs';
import { compared, with_compared_pages } from './compared_pages.mjs';
import { count_bytes, slow_down, working_time } from './measure.mjs';
import { median } from './rows.mjs';

/** @typedef {import('./rows.mjs').Row} Row */
/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {'plain' | 'survey' | 'portal'} Kind */

/** Runs in the page: notes the moment of the first picture with a field that can be filled. The portal's own
 * settings at the top of the page are none. */
function note_first_field() {
    const look = () => {
        const field = document.querySelector('input:not([type=hidden]), textarea');
        const is_usable = field && field.checkVisibility({ visibilityProperty: true }) && !field.matches(':disabled');
        if (is_usable) performance.mark('first-field');
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}

/** When a mark was set, in ms since the page was asked for. @param {Page} page @param {string} name */
async function mark(page, name) {
    const found = await page.waitForFunction((wanted) => performance.getEntriesByName(wanted)[0]?.startTime, name);
    return /** @type {number} */ (await found.jsonValue());
}

/** @param {Page} page @param {string} url @param {Kind} kind */
async function visit(page, url, kind) {
    await page.goto(url + compared[kind], { waitUntil: 'commit' });
    const first_field = await mark(page, 'first-field');
    const canvas = kind === 'portal' ? await mark(page, 'huiyin-canvas-painted') : null;
    return { first_field, canvas };
}

/** A first visit. @param {Browser} browser @param {string} url @param {Kind} kind @param {boolean} is_slow */
async function first_visit(browser, url, kind, is_slow) {
    const { context, page } = await new_visitor(browser, { size: 'phone' });
    page.setDefaultTimeout(60_000);
    await page.addInitScript(note_first_field);
    if (is_slow) await slow_down(page);
    const [count, time] = [await count_bytes(page), await working_time(page)];
    const times = await visit(page, url, kind);
    await page.waitForLoadState('load');
    const { task } = await time();
    await page.waitForLoadState('networkidle');
    await context.close();
    return { ...times, task, bytes: count.bytes };
}

/** @typedef {Awaited<ReturnType<typeof first_visit>>} Visit */

/** In turns, so that what else the machine does meets all of them.
 * @param {Browser} browser @param {string} url @param {boolean} is_slow */
async function visits(browser, url, is_slow) {
    /** @type {Record<Kind, Visit[]>} */
    const all = { plain: [], survey: [], portal: [] };
    for (let round = 0; round < (is_slow ? 5 : 9); round += 1)
        for (const kind of /** @type {const} */ (['plain', 'survey', 'portal']))
            all[kind].push(await first_visit(browser, url, kind, is_slow));
    return all;
}

/** @param {Visit[]} visits @param {keyof Visit} what */
const middle = (visits, what) => median(visits.map((each) => each[what] ?? NaN));

/** @param {Record<Kind, Visit[]>} all @param {string} how @returns {Row[]} */
function start_rows(all, how) {
    const plain = middle(all.plain, 'first_field');
    const survey = middle(all.survey, 'first_field');
    return [
        { name: `first field, plain HTML, ${how}`, value: plain, unit: 'ms' },
        { name: `first field, SurveyJS, ${how}`, value: survey, unit: 'ms' },
        { name: `first field, portal, ${how}`, value: middle(all.portal, 'first_field'), unit: 'ms', at_most: 1.3 * plain },
        { name: `canvas painted, ${how}`, value: middle(all.portal, 'canvas'), unit: 'ms' },
        { name: `main thread until then, ${how}`, value: middle(all.portal, 'task'), unit: 'ms' },
        { name: `main thread until loaded, SurveyJS, ${how}`, value: middle(all.survey, 'task'), unit: 'ms' },
    ];
}

/** @param {Record<Kind, Visit[]>} all @returns {Row[]} */
function size_rows(all) {
    const kilobytes = (/** @type {Kind} */ kind) => middle(all[kind], 'bytes') / 1000;
    return [
        { name: 'bytes in all, plain HTML', value: kilobytes('plain'), unit: 'kB' },
        { name: 'bytes in all, SurveyJS', value: kilobytes('survey'), unit: 'kB' },
    ];
}

/** Kilobytes and requests of a first visit. @param {Browser} browser @param {string} url @param {string} language */
async function weight_of(browser, url, language) {
    const { context, page } = await new_visitor(browser, { language, size: 'phone' });
    const count = await count_bytes(page);
    await page.goto(url + compared.portal);
    await mark(page, 'huiyin-canvas-painted');
    await page.waitForLoadState('networkidle');
    await context.close();
    return { kilobytes: count.bytes / 1000, note: `${count.requests} requests` };
}

/** What a language may cost above English; Thai has its words with it. @param {string} language */
const most_above_english = (language) => (language === 'th' ? 160 : 60);

/** @param {Browser} browser @param {string} url @returns {Promise<Row[]>} */
async function size_by_language(browser, url) {
    const english = await weight_of(browser, url, 'en');
    const rows = [{ name: 'bytes in all, portal, en', value: english.kilobytes, unit: 'kB', at_most: 450, note: english.note }];
    for (const language of Object.keys(own_name).filter((tag) => tag !== 'en')) {
        const { kilobytes, note } = await weight_of(browser, url, language);
        const at_most = english.kilobytes + most_above_english(language);
        rows.push({ name: `bytes in all, portal, ${language}`, value: kilobytes, unit: 'kB', at_most, note });
    }
    return rows;
}

/** The same visitor twice, with a cache on the disk. @param {string} url @param {boolean} is_slow */
async function cold_and_warm(url, is_slow) {
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-profile-'));
    const times = [];
    try {
        for (let round = 0; round < 3; round += 1) {
            const context = await launch_kept(folder, 'phone');
            const page = await context.newPage();
            page.setDefaultTimeout(60_000);
            await page.addInitScript(note_first_field);
            if (is_slow) await slow_down(page);
            times.push((await visit(page, url, 'portal')).canvas ?? NaN);
            // The browser keeps compiled code a little later.
            await page.waitForTimeout(3_000);
            await context.close();
        }
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
    return { cold: times[0], warm: Math.min(...times.slice(1)) };
}

/** @param {string} url @param {boolean} is_slow @param {string} how @returns {Promise<Row[]>} */
async function cache_rows(url, is_slow, how) {
    const rounds = [];
    for (let round = 0; round < 3; round += 1) rounds.push(await cold_and_warm(url, is_slow));
    const cold = median(rounds.map((each) => each.cold));
    const warm = median(rounds.map((each) => each.warm));
    return [{ name: `canvas painted from cache, ${how}`, value: warm, unit: 'ms', at_most: cold / 4, note: `cold ${Math.round(cold)} ms` }];
}

/** @returns {Promise<Row[]>} */
export function start_bench() {
    return with_compared_pages(async (folder) => {
        const server = await Server.start('--web', folder);
        const browser = await launch();
        try {
            const rows = [];
            for (const [is_slow, how] of /** @type {const} */ ([[false, 'fast'], [true, 'slow phone']])) {
                const all = await visits(browser, server.url, is_slow);
                rows.push(...start_rows(all, how), ...(is_slow ? size_rows(all) : []));
            }
            rows.push(...(await size_by_language(browser, server.url)));
            await browser.close();
            rows.push(...(await cache_rows(server.url, false, 'fast')), ...(await cache_rows(server.url, true, 'slow phone')));
            return rows;
        } finally {
            await browser.close();
            await server.stop();
        }
    });
}
