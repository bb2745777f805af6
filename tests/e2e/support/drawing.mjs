// What the page asks of the browser to draw, counted before the portal can notice.

/** Runs in the page. */
function count() {
    const counts = { frames: 0, draws: 0 };
    Object.assign(globalThis, { drawing: counts });
    const request = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = (callback) => {
        counts.frames += 1;
        return request.call(globalThis, callback);
    };
    for (const kind of [globalThis.WebGLRenderingContext, globalThis.WebGL2RenderingContext].filter(Boolean)) {
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

/** Call it before the first page is opened. @param {import('playwright-core').Page} page */
export const count_drawing = (page) => page.addInitScript(count);

/** Callbacks asked for and drawing calls made since the page was opened.
 * @param {import('playwright-core').Page} page @returns {Promise<{frames: number, draws: number}>} */
export const drawing = (page) => page.evaluate(() => Object.assign({}, /** @type {any} */ (globalThis).drawing));
