// Draws the screens on which visits begin, as the portal's own program shows them to somebody who comes for the first
// time: the browser shows them while the program is still on its way, and the program then takes the elements over.
import { copyFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Core } from '../web/core.js';
import { DrawnElement, stand_in_for_a_page } from './drawn_elements.mjs';
import { layout_of } from './entry_layout.mjs';

stand_in_for_a_page();
const { Mirror } = await import('../web/mirror.js');

/** Addresses on which visits begin. */
export const entries = ['/', '/submit', '/track', '/feedback'];

/** @typedef {{ path: string, tag: string, title: string, direction: 'ltr' | 'rtl', elements: string, colors: Colors }} Entry */
/** @typedef {{ scheme: string, values: [string, string][] }} Colors */

/** Text that takes no room: what stands where is the style sheet's matter. Nothing is painted. */
class NoText {
    /** @type {{ HEAPU8: Uint8Array } | undefined} */
    program;

    /** @type {number[]} */
    sizes = [];

    /** @param {number} number @param {number} size */
    style(number, size) {
        this.sizes[number] = size;
    }

    /** Of every text. */
    text_width = 0;

    width() {
        return this.text_width;
    }

    /** @param {number} style @param {number} out */
    metrics(style, out) {
        this.write(out, [0.9 * this.sizes[style], 0.3 * this.sizes[style]]);
    }

    /** @param {number[]} told the style, the text and its size, and where the picture's place goes */
    draw(...told) {
        this.write(told[3], new Array(10).fill(0));
    }

    /** @param {number} address @param {number[]} values */
    write(address, values) {
        if (!this.program) throw new Error('The program draws before it is there');
        new Float32Array(this.program.HEAPU8.buffer, address, values.length).set(values);
    }

    pages() {
        return 0;
    }

    dropPages() {}
}

/** @param {string} built */
async function loaded_program(built) {
    // Node.js takes a script for a module only under this name.
    const script = resolve(built, 'portal_wasm.mjs');
    copyFileSync(join(built, 'portal_wasm.js'), script);
    const { default: create } = await import(pathToFileURL(script).href);
    const bytes = readFileSync(join(built, 'portal_wasm.wasm'));
    const host = new NoText();
    const instantiateWasm = (
        /** @type {WebAssembly.Imports} */ imports,
        /** @type {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} */ done,
    ) => {
        WebAssembly.instantiate(bytes, imports).then(({ instance, module }) => done(instance, module));
        return {};
    };
    host.program = await create({ host, instantiateWasm });
    return host;
}

/** A window in which nothing is special. */
const window_of = (is_dark = false, wants_contrast = false) => ({
    width: 360,
    height: 740,
    paintTop: 0,
    paintBottom: 0,
    viewTop: 0,
    devicePixelRatio: 1,
    look: { isDark: is_dark, wantsContrast: wants_contrast, isForced: false, colors: new Array(9).fill(0), textScale: 1 },
    spacing: { lineHeight: 1, letter: 0, word: 0 },
    pointer: { x: -1, y: -1, isDown: false },
});

/** Notes the values of fields, which HTML has no attributes for once a script has set them. */
class DrawnMirror extends Mirror {
    constructor() {
        super(/** @type {any} */ (new DrawnElement('div')), false);
    }

    get drawn() {
        return /** @type {DrawnElement} */ (/** @type {unknown} */ (this.root));
    }

    html() {
        return this.drawn.inner_html();
    }
}

/** @param {import('../web/wire.js').WireReader} reader */
function read_page(reader) {
    reader.flag();
    const height = reader.real();
    if (!reader.flag()) throw new Error('A first frame has no title');
    const [title, tag, is_rtl] = [reader.text(), reader.text(), reader.flag()];
    return { title, tag, height, direction: /** @type {'ltr' | 'rtl'} */ (is_rtl ? 'rtl' : 'ltr') };
}

/** @param {import('../web/wire.js').WireReader} reader @returns {Colors} */
function read_colors(reader) {
    if (!reader.flag()) throw new Error('A first frame has no colours');
    const scheme = reader.flag() ? 'dark' : 'light';
    reader.real();
    /** @type {[string, string][]} */
    const values = [];
    for (let left = reader.number(); left > 0; --left) {
        const name = reader.text();
        values.push([name, `#${[reader.byte(), reader.byte(), reader.byte()].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`]);
    }
    return { scheme, values };
}

export class EntryDrawer {
    /** @param {NoText} host @param {Record<string, string>} catalogues by tag */
    constructor(host, catalogues) {
        this.host = host;
        this.program = /** @type {import('../web/core.js').Program} */ (host.program);
        this.catalogues = catalogues;
    }

    /** @param {string} built folder of the program and its data @param {Record<string, string>} catalogues by tag */
    static async make(built, catalogues) {
        const drawer = new EntryDrawer(await loaded_program(built), catalogues);
        for (const name of ['base', ...Object.keys(catalogues)]) {
            const file = readFileSync(join(built, 'icu', `${name}.dat`));
            new Core(drawer.program).addData(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
        }
        return drawer;
    }

    /** @param {string} path @param {string} tag @param {ReturnType<typeof window_of>} window */
    drawn(path, tag, window) {
        const core = new Core(this.program);
        core.start({
            path,
            fragment: '',
            languages: [tag],
            keptLanguage: null,
            keptSettings: null,
            keptShared: null,
            drafts: [],
            usedDraft: '',
            keepsDrafts: true,
            isOnline: true,
            hasCamera: false,
            randomHex: '0'.repeat(64),
        });
        core.language(tag, this.catalogues[tag]);
        const reader = core.frame(window);
        const page = read_page(reader);
        const colors = read_colors(reader);
        const mirror = new DrawnMirror();
        mirror.apply(reader);
        mirror.drawn.setAttribute('id', 'mirror');
        Object.assign(mirror.drawn.style, { width: `${window.width}px`, height: `${page.height}px` });
        return { page, colors, mirror };
    }

    /** @param {string} path @param {string} tag @param {ReturnType<typeof window_of>} window @returns {Entry} */
    draw(path, tag, window = window_of()) {
        const { page, colors, mirror } = this.drawn(path, tag, window);
        // The page is sent before the window is known.
        const wide = this.drawn(path, tag, { ...window, width: 1280 }).mirror;
        mirror.drawn.merge(wide.drawn, 'data-narrow', 'data-wide');
        return { path, tag, title: page.title, direction: page.direction, colors, elements: mirror.html() };
    }

    /** The rules by which the elements of a page stand where the program will place them.
     * @param {string} path */
    layout(path) {
        const [tag] = Object.keys(this.catalogues).filter((language) => this.draw('/', language).direction === 'ltr');
        const rules = layout_of((width, text_width) => {
            this.host.text_width = text_width;
            return this.drawn(path, tag, { ...window_of(), width, height: 1 }).mirror.drawn;
        });
        this.host.text_width = 0;
        return rules;
    }

    /** Tag and own name of each language, as the picker has them.
     * @returns {[string, string][]} */
    names() {
        const [tag] = Object.keys(this.catalogues);
        const options = this.draw('/', tag).elements.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)/g);
        return [...options].map(([, value, name]) => [value, name]);
    }

    /** The colours that follow the system, each with the system's wishes for which it is. */
    colors() {
        const [tag] = Object.keys(this.catalogues);
        const of = (/** @type {boolean[]} */ ...wishes) => this.draw('/', tag, window_of(...wishes)).colors;
        return [
            { media: '', ...of(false, false) },
            { media: '(prefers-color-scheme:dark)', ...of(true, false) },
            { media: '(prefers-contrast:more)', ...of(false, true) },
            { media: '(prefers-color-scheme:dark) and (prefers-contrast:more)', ...of(true, true) },
        ];
    }
}
