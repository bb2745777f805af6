// A phone's camera finds in the picture what was put into it.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../../tools/package.json', import.meta.url));
const { build } = require('esbuild');
const { default: decode } = await import(pathToFileURL(require.resolve('qr/decode.js')).href);

/** web/qr.js as tools/pack.mjs bundles it.
 * @returns {Promise<{modulesOf(text: string): boolean[][]}>} */
async function bundled() {
    const [entry, packages] = ['../../web/qr.js', '../../tools/node_modules'].map((path) => new URL(path, import.meta.url).pathname);
    const { outputFiles } = await build({ entryPoints: [entry], nodePaths: [packages], bundle: true, format: 'esm', write: false });
    return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** @param {boolean[][]} modules @param {number} scale */
function photograph(modules, scale) {
    const size = modules.length * scale;
    const data = new Uint8Array(size * size * 4).fill(255);
    for (let y = 0; y < size; ++y)
        for (let x = 0; x < size; ++x)
            if (modules[Math.floor(y / scale)][Math.floor(x / scale)]) data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
    return { width: size, height: size, data };
}

const address = 'https://12345.example.cn/case#HY20261120-000123-K&0123-4567-89AB-CDEF';

test('the code of a case is read back as its address', async () => {
    const { modulesOf } = await bundled();
    assert.equal(decode(photograph(modulesOf(address), 4)), address);
});

test('the code has the quiet zone that readers need', async () => {
    const { modulesOf } = await bundled();
    const modules = modulesOf(address);
    const edge = modules.length - 4;
    modules.forEach((row, y) =>
        row.forEach((is_dark, x) => assert.ok(!is_dark || (Math.min(x, y) >= 4 && Math.max(x, y) < edge), `${x} ${y}`)),
    );
});
