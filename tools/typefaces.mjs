// The fonts that are served to devices which lack a script: what of each npm package, and in which family it stands.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownFamily } from '../web/fonts.js';

const modules = fileURLToPath(new URL('node_modules/@fontsource-variable/', import.meta.url));

/** Of Noto Sans itself; a letter that two of them have comes from the first. */
const subsets = ['vietnamese', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'devanagari'];
/** Each has a package of its own. */
const scripts = [
    'arabic',
    'armenian',
    'bengali',
    'ethiopic',
    'georgian',
    'gujarati',
    'gurmukhi',
    'hebrew',
    'kannada',
    'khmer',
    'lao',
    'malayalam',
    'myanmar',
    'oriya',
    'sinhala',
    'tamil',
    'telugu',
    'thaana',
    'thai',
];
/** Packages by the language whose Han characters they have. @type {Record<string, string>} */
const han = { 'zh-Hans': 'noto-sans-sc', 'zh-Hant': 'noto-sans-tc', ja: 'noto-sans-jp', ko: 'noto-sans-kr' };
/** Punctuation, kana, Han characters and full-width forms; what else these packages have, others have too. */
const han_letters = 'U+2E80-303F,U+3040-318F,U+31A0-4DBF,U+4E00-9FFF,U+F900-FAFF,U+FE30-FE4F,U+FF00-FFEF,U+20000-3FFFF';
const hangul = 'U+1100-11FF,U+A960-A97F,U+AC00-D7FF';

/** @param {string} name of a package @param {string} path in it */
const read = (name, path) => readFileSync(join(modules, name, path));

/** @param {string} name of a package @returns {Record<string, string>} */
const ranges_of = (name) => JSON.parse(read(name, 'unicode.json').toString());

/** @typedef {(name: string, content: Buffer | string) => string} Serve gives the address */

/** @param {string} name of a package @param {string} subset @param {Serve} serve */
function served(name, subset, serve) {
    const file = `${name}-${subset.replace(/[[\]]/g, '')}-wght-normal.woff2`;
    return serve(file.replace('-wght-normal', ''), read(name, `files/${file}`));
}

/** One family is cut into parts by how often letters are used together. @param {string} name @param {Serve} serve */
function parts_of(name, serve) {
    const parts = Object.entries(ranges_of(name)).filter(([subset]) => subset.startsWith('['));
    return parts.map(([subset, ranges]) => [served(name, subset, serve), ranges]);
}

/** What a font's licence asks of those who pass it on. */
function licence() {
    const names = ['noto-sans', ...scripts.map((script) => `noto-sans-${script}`), ...Object.values(han)];
    const texts = names.map((name) => read(name, 'LICENSE').toString());
    const owners = new Set(texts.map((text) => text.slice(0, text.indexOf('\n'))));
    return `${[...owners].join('\n')}${texts[0].slice(texts[0].indexOf('\n'))}`;
}

/** Serves all of them; gives the list by which letters.js chooses.
 * @param {Serve} serve @returns {import('../web/letters.js').Offer[]} */
export function serve_typefaces(serve) {
    serve('fonts.txt', licence());
    const family = ownFamily();
    const of_noto = ranges_of('noto-sans');
    const latin = subsets.map((subset) => ({ family, ranges: of_noto[subset], url: served('noto-sans', subset, serve) }));
    const others = scripts.map((script) => {
        const name = `noto-sans-${script}`;
        return { family, ranges: ranges_of(name)[script], url: served(name, script, serve) };
    });
    const large = Object.entries(han).map(([tag, name]) => ({
        family: ownFamily(tag),
        ranges: tag === 'ko' ? `${han_letters},${hangul}` : han_letters,
        parts: serve(`${name}.json`, JSON.stringify(parts_of(name, serve))),
    }));
    return [...latin, ...others, ...large];
}
