// However often the screen changes, the page holds no more than before. HUIYIN_SCREENS says how often.
import assert from 'node:assert/strict';
import { portal_tests } from './support/portal_tests.mjs';
import { comes_to_rest } from './support/rest.mjs';
import { count_resources, resources_of } from './support/resources.mjs';

const portal_test = portal_tests();

const screens = Number(process.env.HUIYIN_SCREENS ?? 100);
const warm_up = 20;

/** Runs in the page: follows links to and fro, by the real elements, and waits for each screen to be there.
 * @param {number} count of screens */
async function leaf(count) {
    const next_frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let done = 0; done < count; done += 1) {
        const wanted = location.pathname === '/' ? '/track' : '/';
        /** @type {HTMLElement} */ (document.querySelector(`#mirror a[href="${wanted}"]`)).click();
        const is_there = () =>
            location.pathname === wanted &&
            (document.querySelector('#mirror main input') !== null) === (wanted === '/track');
        do await next_frame();
        while (!is_there());
    }
}

/** @typedef {Awaited<ReturnType<Awaited<ReturnType<typeof resources_of>>>>} Resources */

/** What the page holds more than before. @param {Resources} before @param {Resources} after */
function growth(before, after) {
    const most = { wasm_bytes: 0, textures: 0, nodes: 20, listeners: 0, script_bytes: 300_000 };
    const kinds = /** @type {(keyof Resources)[]} */ (Object.keys(most));
    return kinds.filter((kind) => !(after[kind] - before[kind] <= most[kind])).map((kind) => `${kind}: ${before[kind]} became ${after[kind]}`);
}

portal_test(
    `${screens} screens leave nothing behind`,
    { size: 'phone', before: count_resources, timeout_ms: 120_000 + 300 * screens },
    async ({ person, page }) => {
        await person.opens('/');
        const held = await resources_of(page);
        await page.evaluate(leaf, warm_up);
        await comes_to_rest(page);
        const before = await held();
        await page.evaluate(leaf, screens);
        await comes_to_rest(page);
        let grown = growth(before, await held());
        // What is no longer needed goes when the browser finds the time.
        for (let left = 20; grown.length > 0 && left > 0; left -= 1) {
            await page.waitForTimeout(100);
            grown = growth(before, await held());
        }
        assert.deepEqual(grown, []);
    },
);
