// What a page holds: memory of the program, textures, elements, listeners.

/** @typedef {import('playwright-core').Page} Page */

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

/** Runs in the page: counts the textures that are there. */
function count_textures() {
    const counts = { textures: 0 };
    Object.assign(globalThis, { held: counts });
    for (const kind of [globalThis.WebGLRenderingContext, globalThis.WebGL2RenderingContext].filter(Boolean)) {
        const { createTexture, deleteTexture } = kind.prototype;
        Object.assign(kind.prototype, {
            /** @this {WebGLRenderingContext} */
            createTexture() {
                counts.textures += 1;
                return createTexture.call(this);
            },
            /** @this {WebGLRenderingContext} @param {WebGLTexture | null} texture */
            deleteTexture(texture) {
                if (texture) counts.textures -= 1;
                return deleteTexture.call(this, texture);
            },
        });
    }
}

/** Call it before the first page is opened. @param {Page} page */
export async function count_resources(page) {
    await page.addInitScript(keep_memory);
    await page.addInitScript(count_textures);
}

/** Bytes of the program's memory; null before there is a program. @param {Page} page @returns {Promise<number | null>} */
export const wasm_bytes = (page) => page.evaluate(() => /** @type {any} */ (globalThis).wasm_memory?.buffer.byteLength ?? null);

/** Gives the function that says what the page holds when all waste is taken out. @param {Page} page */
export async function resources_of(page) {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    return async () => {
        await session.send('HeapProfiler.collectGarbage');
        const { metrics } = await session.send('Performance.getMetrics');
        const value = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
        return {
            wasm_bytes: (await wasm_bytes(page)) ?? NaN,
            textures: await page.evaluate(() => /** @type {any} */ (globalThis).held.textures),
            nodes: value('Nodes'),
            listeners: value('JSEventListeners'),
            script_bytes: value('JSHeapUsedSize'),
        };
    };
}
