import { createRequire } from 'node:module';

const { build } = createRequire(new URL('../../tools/package.json', import.meta.url))('esbuild');

/**
 * Modules of web/ as tools/pack.mjs bundles them, together.
 * @template T
 * @param {...string} names
 * @returns {Promise<T>}
 */
export async function bundled(...names) {
    const [folder, packages] = ['../../web', '../../tools/node_modules'].map((path) => new URL(path, import.meta.url).pathname);
    const contents = names.map((name) => `export * from './${name}.js';`).join('\n');
    const { outputFiles } = await build({ stdin: { contents, resolveDir: folder }, nodePaths: [packages], bundle: true, format: 'esm', write: false });
    return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
