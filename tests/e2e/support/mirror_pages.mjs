// Every sample of every screen and every example of every component, as the core draws it: its nodes, and what the
// mirror is told to do to show it. Shown in a browser by the portal's own mirror, without the portal.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WireReader } from '../../../web/wire.js';
import { in_repository, mirror_pages_program } from './repository.mjs';

/** @typedef {object} CoreNode as core/ui/node.h has it
 * @property {number} parent place in the list, from 1; 0 at the root
 * @property {string} id
 * @property {string} role
 * @property {number} level
 * @property {string} label
 * @property {string} value
 * @property {boolean} disabled
 * @property {boolean} checked
 * @property {boolean} invalid
 * @property {boolean} required
 * @property {boolean} busy
 * @property {boolean} current
 * @property {boolean | null} expanded
 * @property {boolean} selected
 * @property {boolean} is_painted as text
 * @property {number} input in the order of ui::InputKind
 * @property {number} amount
 * @property {string} for_id
 * @property {string[]} described_by
 * @property {{value: string, label: string, group: string}[]} options
 */

/** @typedef {object} MirrorPage
 * @property {string} language
 * @property {string} name
 * @property {string} title
 * @property {boolean} is_right_to_left
 * @property {CoreNode[]} nodes
 * @property {Uint8Array} operations that lead here from the language's page before it
 */

/** @template T @param {WireReader} reader @param {() => T} one @returns {T[]} */
function list(reader, one) {
    return Array.from({ length: reader.number() }, one);
}

/** @param {WireReader} reader @returns {CoreNode} */
function read_node(reader) {
    const text = () => reader.text();
    const flag = () => reader.flag();
    const place = { parent: reader.number(), id: text(), role: text() };
    const said = { level: reader.number(), label: text(), value: text() };
    const states = { disabled: flag(), checked: flag(), invalid: flag(), required: flag(), busy: flag(), current: flag() };
    const [is_expandable, is_expanded] = [flag(), flag()];
    const look = { selected: flag(), is_painted: flag(), input: reader.number(), amount: reader.real() };
    const links = { for_id: text(), described_by: list(reader, text) };
    const options = list(reader, () => ({ value: text(), label: text(), group: text() }));
    return { ...place, ...said, ...states, expanded: is_expandable ? is_expanded : null, ...look, ...links, options };
}

/** @param {WireReader} reader */
function read_bytes(reader) {
    const size = reader.number();
    reader.at += size;
    return reader.bytes.slice(reader.at - size, reader.at);
}

/** @param {WireReader} reader @returns {MirrorPage} */
function read_page(reader) {
    const names = { language: reader.text(), name: reader.text(), title: reader.text(), is_right_to_left: reader.flag() };
    return { ...names, nodes: list(reader, () => read_node(reader)), operations: read_bytes(reader) };
}

/** @typedef {{name: string, colors: [string, string][]}} Theme custom properties of the style sheet */

/** @param {WireReader} reader @returns {Theme} */
function read_theme(reader) {
    const name = reader.text();
    return { name, colors: list(reader, () => [`--${reader.text()}`, `rgb(${reader.byte()} ${reader.byte()} ${reader.byte()})`]) };
}

/** All themes, and the pages; those of one language follow each other. */
export function read_mirror_pages() {
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-pages-'));
    try {
        execFileSync(mirror_pages_program, [join(folder, 'pages')]);
        const reader = new WireReader(new Uint8Array(readFileSync(join(folder, 'pages'))).buffer, 0, []);
        const themes = list(reader, () => read_theme(reader));
        /** @type {MirrorPage[]} */
        const pages = [];
        while (reader.flag()) pages.push(read_page(reader));
        return { themes, pages };
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

const origin = 'http://mirror.test';
const shell = `<!doctype html><html><head><meta charset="utf-8">
<link rel="stylesheet" href="/web/styles/portal.css"><link rel="stylesheet" href="/web/styles/plain.css"></head>
<body><div id="portal"><div id="mirror"></div></div><script type="module" src="/show.js"></script></body></html>`;
/** Runs in the page. */
const show = `
import { Mirror } from '/web/mirror.js';
import { WireReader } from '/web/wire.js';
const root = document.getElementById('mirror');
let mirror, words;
globalThis.begin = (isPlain) => {
  root.textContent = '';
  document.body.classList.toggle('plain', isPlain);
  mirror = new Mirror(root, isPlain);
  words = [];
};
globalThis.show = (lang, dir, title, operations) => {
  Object.assign(document.documentElement, { lang, dir });
  document.title = title;
  mirror.apply(new WireReader(Uint8Array.from(atob(operations), (letter) => letter.charCodeAt(0)).buffer, 0, words));
};
globalThis.isReady = true;
`;

/** @param {string} path */
function answer(path) {
    if (path === '/') return { contentType: 'text/html', body: shell };
    if (path === '/show.js') return { contentType: 'text/javascript', body: show };
    return { contentType: path.endsWith('.css') ? 'text/css' : 'text/javascript', path: in_repository(path.slice(1)) };
}

/** A page of the browser that can show them.
 * @param {import('playwright-core').Page} page */
export async function prepare_mirror(page) {
    await page.route(`${origin}/**`, (route) => route.fulfill(answer(new URL(route.request().url()).pathname)));
    await page.goto(`${origin}/`);
    await page.waitForFunction(() => 'isReady' in globalThis);
}

/** Before the first page of a language. @param {import('playwright-core').Page} page @param {boolean} is_plain */
export function begin_series(page, is_plain) {
    return page.evaluate((plain) => Reflect.get(globalThis, 'begin')(plain), is_plain);
}

/** @param {import('playwright-core').Page} page @param {Theme} theme */
export function dress(page, { name, colors }) {
    return page.evaluate(
        ([scheme, all]) => {
            const { style } = document.documentElement;
            style.colorScheme = scheme;
            for (const [property, color] of all) style.setProperty(property, color);
        },
        /** @type {const} */ ([name.includes('dark') ? 'dark' : 'light', colors]),
    );
}

/** @param {import('playwright-core').Page} page @param {MirrorPage} shown */
export function show_page(page, { language, is_right_to_left, title, operations }) {
    const words = [language, is_right_to_left ? 'rtl' : 'ltr', title, Buffer.from(operations).toString('base64')];
    return page.evaluate((all) => Reflect.get(globalThis, 'show')(...all), words);
}
