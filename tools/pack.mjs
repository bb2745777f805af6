// Makes the folder that is served from what was built: bundles the JavaScript, names files by their content, and
// compresses each once.
//
//   node tools/pack.mjs --built build/web --program portal_wasm --out build/web/portal
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join, parse, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import zlib from 'node:zlib';
import { build } from 'esbuild';
import { sansOf } from '../web/fonts.js';
import { escaped } from './drawn_elements.mjs';
import { EntryDrawer, entries } from './entry_pages.mjs';
import { filled, message } from './templates.mjs';
import { serve_typefaces } from './typefaces.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

const { values } = parseArgs({
    options: { built: { type: 'string' }, program: { type: 'string', default: 'portal_wasm' }, out: { type: 'string' } },
});
if (!values.built || !values.out) throw new Error('Usage: pack.mjs --built DIR --out DIR');
const { built, out } = { built: values.built, out: values.out };

/** @param {string} tag */
const direction_of = (tag) => (/^(ar|fa|he|ur)\b/.test(tag) ? 'rtl' : 'ltr');

/** The city's own language first, then the one that most of its guests read. */
const first = ['zh-Hans', 'en'];
const place_of = (/** @type {string} */ tag) => (first.indexOf(tag) + 1 || first.length + 1) + tag;

const languages = readdirSync(join(root, 'i18n/locales'))
    .map((name) => parse(name).name)
    .sort((a, b) => (place_of(a) < place_of(b) ? -1 : 1))
    .map((tag) => ({ tag, direction: direction_of(tag) }));

/** Name in the folder → content, of all that is served.
 * @type {Map<string, Buffer>} */
const served = new Map();

/** Serves a content under a name that changes with it; gives its address.
 * @param {string} name @param {Buffer | string} content */
function serve(name, content) {
    const bytes = Buffer.from(content);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    const { name: stem, ext } = parse(name);
    const file = `${stem}.${hash}${ext}`;
    served.set(file, bytes);
    return `/${file}`;
}

/** @param {string} path */
const read = (path) => readFileSync(join(root, path));

/** @param {string} tag @returns {Record<string, any>} */
const catalogue = (tag) => JSON.parse(read(`i18n/locales/${tag}.json`).toString());

/** @param {string} entry @param {{ define?: Record<string, string>, format?: 'esm' | 'iife' }} options */
async function bundled_script(entry, { define = {}, format = 'esm' } = {}) {
    const result = await build({
        entryPoints: [join(root, entry)],
        nodePaths: [join(root, 'tools/node_modules')],
        alias: { program: resolve(built, `${values.program}.js`) },
        define: { 'process.env.NODE_ENV': '"production"', ...define },
        bundle: true,
        minify: true,
        format,
        target: 'es2020',
        legalComments: 'none',
        write: false,
        logLevel: 'warning',
    });
    return Buffer.from(result.outputFiles[0].contents);
}

/** @param {string[]} names */
async function bundled_styles(...names) {
    const contents = names.map((name) => `@import ${JSON.stringify(join(root, 'web/styles', name))};`).join('\n');
    const result = await build({
        stdin: { contents, loader: 'css', resolveDir: root },
        bundle: true,
        minify: true,
        target: 'es2020',
        write: false,
        logLevel: 'warning',
    });
    return Buffer.from(result.outputFiles[0].contents);
}

/** Fills shell.html: addresses, and the words that must be there before any program is.
 * @param {Record<string, string>} urls */
function filled_shell(urls) {
    return read('shell.html')
        .toString()
        .replaceAll(/ *\{\{for each language\}\}\n([^]*?) *\{\{end\}\}\n/g, (_, block) =>
            languages
                .map(({ tag, direction }) => {
                    const words = catalogue(tag);
                    return filled(block, (name) => ({ tag, direction })[name] ?? message(words, name));
                })
                .join(''),
        )
        .replaceAll(/\{\{url ([^}]*)\}\}/g, (_, name) => urls[name])
        .replaceAll(/\{\{en ([^}]*)\}\}/g, (_, key) => message(catalogue('en'), key));
}

/** The colours of both schemes, and each language's letters.
 * @param {EntryDrawer} drawer */
function first_look(drawer) {
    const colors = drawer.colors().map(({ media, scheme, values }) => {
        const lines = values.map(([name, value]) => `--${name}:${value}`);
        const rule = `:root{${[`color-scheme:${scheme}`, ...lines].join(';')}}`;
        return media === '' ? rule : `@media ${media}{${rule}}`;
    });
    const letters = languages.map(({ tag }) => `[lang=${tag}]{--sans:${sansOf(tag)}}`);
    return [...colors, ...letters].join('');
}

/** Each language under its own name, as a link.
 * @param {EntryDrawer} drawer @param {string} path */
const language_links = (drawer, path) =>
    drawer.names().map(([tag, name]) => `<a href="${path}?lang=${tag}" lang="${tag}">${escaped(name)}</a>`).join(' ');

/** How a policy names what stands in a page itself. @param {string} content */
const source_of = (content) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/** The page of a first visit: sent as it is, shown before any program is there.
 * @param {EntryDrawer} drawer @param {{ styles: string, early: string }} parts that stand in it @param {Record<string, string>} urls */
function serve_entries(drawer, { styles, early }, urls) {
    const template = read('entry.html').toString();
    for (const path of entries) {
        const all_styles = styles + drawer.layout(path);
        for (const { tag } of languages) {
            const { colors, ...entry } = drawer.draw(path, tag);
            const brand = colors.values.find(([name]) => name === 'brand')?.[1] ?? '';
            /** @type {Record<string, string>} */
            const parts = { ...entry, title: escaped(entry.title), brand, early, styles: all_styles, languages: language_links(drawer, path) };
            const html = filled(template, (name) => (name.startsWith('url ') ? urls[name.slice(4)] : (parts[name] ?? message(catalogue(tag), name))));
            const file = `${path === '/' ? 'index' : path.slice(1).replaceAll('/', '-')}.${tag}.html`;
            served.set(file, Buffer.from(html));
            served.set(`${file}.style`, Buffer.from(source_of(all_styles)));
            served.set(`${file}.script`, Buffer.from(source_of(early)));
        }
    }
}

/** Fonts are compressed already. @param {string} path @param {Buffer} bytes */
function write_compressed(path, bytes) {
    if (!existsSync(path)) writeFileSync(path, bytes);
    return { name: '*.woff2', bytes: bytes.length, brotli: bytes.length };
}

/** The sizes of what is served; the fonts, which are many, in one line.
 * @param {{ name: string, bytes: number, brotli: number }[]} sizes */
function table_of(sizes) {
    /** @type {Record<string, { bytes: number, brotli: number }>} */
    const table = {};
    for (const { name, ...size } of sizes) {
        const sum = table[name] ?? { bytes: 0, brotli: 0 };
        table[name] = { bytes: sum.bytes + size.bytes, brotli: sum.brotli + size.brotli };
    }
    return table;
}

/** Writes a file and its compressed forms, unless they are there already.
 * @param {string} name @param {Buffer} bytes */
async function write(name, bytes) {
    const path = join(out, name);
    if (name.endsWith('.woff2')) return write_compressed(path, bytes);
    const is_there = existsSync(`${path}.br`) && existsSync(path) && readFileSync(path).equals(bytes);
    if (!is_there) {
        const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
        const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
        const [small, older] = await Promise.all([brotli(bytes, { params }), gzip(bytes, { level: 9 })]);
        writeFileSync(`${path}.br`, small);
        writeFileSync(`${path}.gz`, older);
        writeFileSync(path, bytes);
    }
    return { name, bytes: bytes.length, brotli: readFileSync(`${path}.br`).length };
}

function remove_strangers() {
    for (const name of readdirSync(out)) {
        if (!served.has(name.replace(/\.(br|gz)$/, ''))) rmSync(join(out, name), { recursive: true });
    }
}

const program = serve('portal.wasm', readFileSync(join(built, `${values.program}.wasm`)));
/** @type {Record<string, string>} */
const packages = {};
for (const file of readdirSync(join(built, 'icu')).filter((name) => name.endsWith('.dat')).sort()) {
    packages[parse(file).name] = serve(file, readFileSync(join(built, 'icu', file)));
}
/** @type {Record<string, string>} */
const catalogues = {};
for (const { tag } of languages) catalogues[tag] = serve(`${tag}.json`, JSON.stringify(catalogue(tag)));

// Few pages need it, so it is no part of the first script.
const qr = serve('qr.js', await bundled_script('web/qr.js'));
const letters = serve('letters.json', JSON.stringify(serve_typefaces(serve)));
const uploads = serve('uploads.js', await bundled_script('web/uploads.js'));
const assets = { program, packages, catalogues, qr, letters, uploads };
const script = await bundled_script('web/boot.js', { define: { ASSETS: JSON.stringify(assets) } });
const styles = await bundled_styles('portal.css', 'plain.css', 'print.css', 'calm.css', 'start.css');
/** @type {Record<string, string>} */
const urls = {
    'portal.js': serve('portal.js', script),
    'portal.css': serve('portal.css', styles),
    'no_script.css': serve('no_script.css', read('web/styles/no_script.css')),
    'icon.svg': serve('icon.svg', read('assets/icon.svg')),
    'portal.wasm': program,
    'base.dat': packages.base,
};
served.set('shell.html', Buffer.from(filled_shell(urls)));
// The gallery has no first screen to be shown before its program.
if (values.program === 'portal_wasm') {
    const drawer = await EntryDrawer.make(built, Object.fromEntries(languages.map(({ tag }) => [tag, JSON.stringify(catalogue(tag))])));
    const early = (await bundled_script('web/early.js', { format: 'iife' })).toString().trim();
    serve_entries(drawer, { styles: `${first_look(drawer)}${styles}`, early }, urls);
}

/** What the service worker has of each version from the beginning; everything else once it was used. */
const shell_revision = createHash('sha256').update(served.get('shell.html') ?? '').digest('hex').slice(0, 16);
const core_files = ['portal.js', 'portal.css', 'icon.svg', 'portal.wasm', 'base.dat'].map((name) => ({ url: urls[name], revision: null }));
const worker = {
    version: urls['portal.js'],
    core: [...core_files, { url: '/case', revision: shell_revision }],
    files: [qr, letters, uploads, ...Object.values(packages), ...Object.values(catalogues)],
};
// Without a hash: the browser asks for them again and again under these names.
served.set('sw.js', await bundled_script('web/worker/worker.js', { define: { WORKER: JSON.stringify(worker) }, format: 'iife' }));
served.set('sw_off.js', await bundled_script('web/worker/worker_off.js', { format: 'iife' }));

mkdirSync(out, { recursive: true });
remove_strangers();
const sizes = await Promise.all([...served].map(([name, bytes]) => write(name, bytes)));
console.table(table_of(sizes));
