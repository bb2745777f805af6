// However often the screen changes, the page holds no more than before. HUIYIN_SCREENS says how often.
import assert from 'node:assert/strict';
import { portal_tests } from './support/portal_tests.mjs';
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

portal_test(
    `${screens} screens leave nothing behind`,
    { size: 'phone', before: count_resources, timeout_ms: 120_000 + 300 * screens },
    async ({ person, page }) => {
        await person.opens('/');
        const held = await resources_of(page);
        await page.evaluate(leaf, warm_up);
        const before = await held();
        await page.evaluate(leaf, screens);
        const after = await held();
        assert.equal(after.wasm_bytes, before.wasm_bytes, 'the memory of the program');
        assert.equal(after.textures, before.textures, 'pages of the atlas');
        assert.ok(after.nodes <= before.nodes + 20, `${before.nodes} nodes became ${after.nodes}`);
        assert.equal(after.listeners, before.listeners, 'listeners');
        const script_growth = after.script_bytes - before.script_bytes;
        assert.ok(script_growth < 300_000, `the scripts hold ${script_growth} bytes more`);
    },
);
