// Nothing changes, nothing is drawn.
import assert from 'node:assert/strict';
import { portal_tests } from './support/portal_tests.mjs';

const portal_test = portal_tests();

/** Counts, from now on, what the page asks of the browser to draw. Runs in the page before the portal. */
function count_drawing() {
    const counts = { frames: 0, draws: 0 };
    Object.assign(globalThis, { drawing: counts });
    const request = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = (callback) => {
        counts.frames += 1;
        return request.call(globalThis, callback);
    };
    for (const kind of [WebGLRenderingContext, globalThis.WebGL2RenderingContext]) {
        for (const name of /** @type {const} */ (['drawElements', 'drawArrays', 'clear'])) {
            /** @type {Function} */
            const draw = kind.prototype[name];
            Object.assign(kind.prototype, {
                /** @this {unknown} @param {unknown[]} values */
                [name](...values) {
                    counts.draws += 1;
                    return draw.apply(this, values);
                },
            });
        }
    }
}

/** @param {import('playwright-core').Page} page @returns {Promise<{frames: number, draws: number}>} */
const drawing = (page) => page.evaluate(() => Object.assign({}, /** @type {any} */ (globalThis).drawing));

/** Real time, because the browser's own clock is what is measured. @param {number} ms */
const passes = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

for (const path of ['/', '/submit/description', '/track']) {
    portal_test(
        `nothing is drawn in five idle seconds at ${path}`,
        { size: 'phone', before: (page) => page.addInitScript(count_drawing) },
        async ({ person, page }) => {
            await person.opens(path);
            const at_start = await drawing(page);
            assert.ok(at_start.draws > 0, 'the portal has drawn on its canvas');
            await passes(1_000);
            const settled = await drawing(page);
            await passes(5_000);
            assert.deepEqual(await drawing(page), settled);
        },
    );
}
