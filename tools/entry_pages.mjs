// Draws the screens on which visits begin, as the portal's own program shows them to somebody who comes for the first
// time: the browser shows them while the program is still on its way, and the program then takes the elements over.
import { copyFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Core } from '../web/core.js';
import { DrawnElement, stand_in_for_a_page } from './drawn_elements.mjs';

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

    width() {
        return 0;
    }

    /** @param {number} style @param {number} out */
    metrics(style, out) {
        this.write(out, [0.9 * this.sizes[style], 0.3 * this.sizes[style]]);
    }

    /** @param {number} style @param {number} run @param {number} size @param {number} out */
    draw(style, run, size, out) {
        this.write(out, new Array(10).fill(0));
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
    return host.program;
}

/** A window in which nothing is special. */
const window_of = (is_dark = false) => ({
    width: 360,
    height: 740,
    paintTop: 0,
    paintBottom: 0,
    viewTop: 0,
    devicePixelRatio: 1,
    isDark: is_dark,
    look: { isDark: is_dark, wantsContrast: false, isForced: false, colors: new Array(9).fill(0), textScale: 1 },
    spacing: { lineHeight: 1, letter: 0, word: 0 },
    pointer: { x: -1, y: -1, isDown: false },
});

/** Notes the values of fields, which HTML has no attributes for once a script has set them. */
class DrawnMirror extends Mirror {
    constructor() {
        super(/** @type {any} */ (new DrawnElement('div')), true);
    }

    html() {
        return /** @type {DrawnElement} */ (/** @type {unknown} */ (this.root)).inner_html();
    }
}

/** @param {import('../web/wire.js').WireReader} reader */
function read_page(reader) {
    reader.flag();
    reader.real();
    if (!reader.flag()) throw new Error('A first frame has no title');
    const [title, tag, is_rtl] = [reader.text(), reader.text(), reader.flag()];
    return { title, tag, direction: /** @type {'ltr' | 'rtl'} */ (is_rtl ? 'rtl' : 'ltr') };
}

/** @param {import('../web/wire.js').WireReader} reader @returns {Colors} */
function read_colors(reader) {
    if (!reader.flag()) throw new Error('A first frame has no colours');
    const scheme = reader.flag() ? 'dark' : 'light';
    /** @type {[string, string][]} */
    const values = [];
    for (let left = reader.number(); left > 0; --left) {
        const name = reader.text();
        values.push([name, `#${[reader.byte(), reader.byte(), reader.byte()].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`]);
    }
    return { scheme, values };
}

export class EntryDrawer {
    /** @param {import('../web/core.js').Program} program @param {Record<string, string>} catalogues by tag */
    constructor(program, catalogues) {
        this.program = program;
        this.catalogues = catalogues;
    }

    /** @param {string} built folder of the program and its data @param {Record<string, string>} catalogues by tag */
    static async make(built, catalogues) {
        const program = /** @type {import('../web/core.js').Program} */ (/** @type {unknown} */ (await loaded_program(built)));
        for (const name of ['base', ...Object.keys(catalogues)]) {
            const file = readFileSync(join(built, 'icu', `${name}.dat`));
            new Core(program).addData(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
        }
        return new EntryDrawer(program, catalogues);
    }

    /** @param {string} path @param {string} tag @param {ReturnType<typeof window_of>} window @returns {Entry} */
    draw(path, tag, window = window_of()) {
        const core = new Core(this.program);
        core.start({
            path,
            fragment: '',
            languages: [tag],
            keptLanguage: null,
            keptDraft: null,
            ...{ keptSettings: null },
            randomHex: '0'.repeat(64),
        });
        core.language(tag, this.catalogues[tag]);
        const reader = core.frame(window);
        const page = read_page(reader);
        const colors = read_colors(reader);
        const mirror = new DrawnMirror();
        mirror.apply(reader);
        return { path, ...page, colors, elements: mirror.html() };
    }

    /** Tag and own name of each language, as the picker has them.
     * @returns {[string, string][]} */
    names() {
        const [tag] = Object.keys(this.catalogues);
        const options = this.draw('/', tag).elements.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)/g);
        return [...options].map(([, value, name]) => [value, name]);
    }

    /** The colours of the themes that follow the system. */
    colors() {
        const [tag] = Object.keys(this.catalogues);
        return [false, true].map((is_dark) => this.draw('/', tag, window_of(is_dark)).colors);
    }
}
