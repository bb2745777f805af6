// The portal in Chromium: bytes, times, idleness, the cost of a frame and of a typed character, memory.
import { launch, new_visitor } from '../e2e/support/browser.mjs';
import { count_drawing, drawing } from '../e2e/support/drawing.mjs';
import { Person } from '../e2e/support/person.mjs';
import { Server } from '../e2e/support/server.mjs';
import { languages } from '../e2e/support/words.mjs';
import { median } from './rows.mjs';

/** @typedef {import('./rows.mjs').Row} Row */
/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../e2e/support/words.mjs').Language} Language */

const slow_network = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** Runs in the page: keeps the memory of the WebAssembly program, whatever its export is called. */
function keep_memory() {
    for (const name of /** @type {const} */ (['instantiate', 'instantiateStreaming'])) {
        /** @type {Function} */
        const make = WebAssembly[name];
        Object.assign(WebAssembly, {
            /** @param {unknown[]} values */
            [name]: async (...values) => {
                const made = await make.apply(WebAssembly, values);
                const exported = Object.values((made.instance ?? made).exports);
                const memory = exported.find((value) => value instanceof WebAssembly.Memory);
                Object.assign(globalThis, { wasm_memory: memory });
                return made;
            },
        });
    }
}

/** Bytes on the wire, headers and all, until nothing more is asked for. @param {Page} page */
async function count_bytes(page) {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const count = { bytes: 0, requests: 0 };
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
        count.bytes += encodedDataLength;
        count.requests += 1;
    });
    return count;
}

/** @param {Browser} browser @param {Server} server @param {Language} language @returns {Promise<Row[]>} */
async function first_visit(browser, server, language) {
    const { context, page } = await new_visitor(browser, { language, size: 'phone' });
    const count = await count_bytes(page);
    await new Person(page, server.url, language).opens('/');
    await page.waitForLoadState('networkidle');
    await context.close();
    return [
        { name: `first visit, ${language}`, value: count.bytes / 1000, unit: 'kB', at_most: 650, note: `${count.requests} requests` },
    ];
}

/** When the portal's own marks were set, in ms since the page was asked for. @param {Page} page */
async function marks(page) {
    return page.evaluate(() =>
        Object.fromEntries(performance.getEntriesByType('mark').map((mark) => [mark.name, mark.startTime])),
    );
}

/** One visit to the page with the first field. @param {Browser} browser @param {Server} server @param {boolean} slow */
async function one_start(browser, server, slow) {
    const { context, page } = await new_visitor(browser, { size: 'phone' });
    if (slow) {
        const session = await context.newCDPSession(page);
        await session.send('Network.enable');
        await session.send('Network.emulateNetworkConditions', slow_network);
        await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    }
    page.setDefaultTimeout(60_000);
    await new Person(page, server.url, 'en').opens('/track');
    const found = await marks(page);
    await context.close();
    return found;
}

/** @param {Browser} browser @param {Server} server @param {boolean} slow @returns {Promise<Row[]>} */
async function start_times(browser, server, slow) {
    /** @type {Record<string, number>[]} */
    const runs = [];
    for (let i = 0; i < (slow ? 3 : 5); i += 1) runs.push(await one_start(browser, server, slow));
    const how = slow ? 'slow phone' : 'plain';
    const names = { 'huiyin-first-field': 'first usable field', 'huiyin-core-ready': 'core ready', 'huiyin-canvas-painted': 'canvas painted' };
    return Object.entries(names).map(([mark, name]) => {
        const times = runs.map((run) => run[mark]).filter((time) => time !== undefined);
        return { name: `${name}, ${how}`, value: times.length > 0 ? median(times) : null, unit: 'ms' };
    });
}

/** Milliseconds that the page's main thread has worked. @param {Page} page */
async function working_time(page) {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return async () => {
        const { metrics } = await session.send('Performance.getMetrics');
        const value = (/** @type {string} */ name) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
        return { task: value('TaskDuration'), script: value('ScriptDuration') };
    };
}

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

/** @param {Page} page @returns {Promise<Row[]>} */
async function typing_costs(page) {
    const characters = 200;
    const time = await working_time(page);
    await page.getByRole('textbox').first().focus();
    const before = await time();
    await page.keyboard.type('The street lamp is out. '.repeat(10).slice(0, characters), { delay: 20 });
    const after = await time();
    return [
        { name: 'script time of a typed character', value: (after.script - before.script) / characters, unit: 'ms' },
        { name: 'main thread time of a typed character', value: (after.task - before.task) / characters, unit: 'ms' },
    ];
}

/** @param {Page} page @returns {Promise<Row[]>} */
async function memory(page) {
    const bytes = await page.evaluate(() => /** @type {any} */ (globalThis).wasm_memory?.buffer.byteLength ?? null);
    return [{ name: 'Wasm memory', value: bytes === null ? null : bytes / 1e6, unit: 'MB' }];
}

/** @param {Browser} browser @param {Server} server @returns {Promise<Row[]>} */
async function at_work(browser, server) {
    const before = async (/** @type {Page} */ page) => {
        await count_drawing(page);
        await page.addInitScript(keep_memory);
    };
    const { context, page } = await new_visitor(browser, { size: 'phone', before });
    const person = new Person(page, server.url, 'en');
    await person.opens('/');
    const rows = [...(await idle_costs(page)), ...(await frame_costs(page))];
    await person.opens('/submit/description');
    rows.push(...(await typing_costs(page)), ...(await memory(page)));
    await context.close();
    return rows;
}

/** @returns {Promise<Row[]>} */
export async function portal_bench() {
    const server = await Server.start();
    const browser = await launch();
    try {
        const rows = [];
        for (const language of languages) rows.push(...(await first_visit(browser, server, language)));
        rows.push(...(await start_times(browser, server, false)), ...(await start_times(browser, server, true)));
        rows.push(...(await at_work(browser, server)));
        return rows;
    } finally {
        await browser.close();
        await server.stop();
    }
}
