// The portal's words, from its own catalogues: tests know keys, never wordings.
import { readFileSync } from 'node:fs';
import { in_repository } from './repository.mjs';

/** @typedef {string} Language a tag */

/** Each language in its own words, as the picker shows it: [tag, name] as i18n/languages.cpp lists them. */
const listed = [...readFileSync(in_repository('i18n/languages.cpp'), 'utf8').matchAll(/\{"([\w-]+)", "([^"]+)", Direction::/g)];

/** @type {Record<Language, string>} */
export const own_name = Object.fromEntries(listed.map(([, tag, name]) => [tag, name]));

/** Three stand for all where a browser has to go through them: HUIYIN_LANGUAGES names others, or says "all".
 * @type {readonly Language[]} */
export const languages = spoken(process.env.HUIYIN_LANGUAGES ?? 'en zh-Hans ar');

/** Tests that go through other languages than those three, so that every language is met by some of them each time.
 * @type {Record<string, string>} */
const seats = {
    'journey on a desktop': 'hi th ru',
    axe: 'zh-Hans ar',
    keyboard: 'pl',
    letters: 'vi fa zh-Hant',
    plain: 'pt it tr',
    print: 'de fr id',
    problems: 'nl fi cs ro',
    reflow: 'kk',
    'text on a desktop': 'es mn',
    'text in a search': 'ko ja sv',
};

/** The languages that a test goes through, by its place above. @param {string} test */
export const languages_of = (test) => (process.env.HUIYIN_LANGUAGES ? languages : spoken(seats[test]));

const met = new Set(`${languages.join(' ')} ${Object.values(seats).join(' ')}`.split(' '));
const left_out = Object.keys(own_name).filter((tag) => !process.env.HUIYIN_LANGUAGES && !met.has(tag));
if (left_out.length > 0) throw new Error(`no test meets ${left_out.join(', ')}`);

/** @param {string} tags */
function spoken(tags) {
    if (tags === 'all') return Object.keys(own_name);
    const unknown = tags.split(' ').filter((tag) => !own_name[tag]);
    if (unknown.length > 0) throw new Error(`the portal does not speak ${unknown.join(', ')}`);
    return tags.split(' ');
}

/** @type {Map<Language, unknown>} */
const catalogues = new Map();

/** @param {Language} language */
function catalogue(language) {
    const kept = catalogues.get(language);
    if (kept) return kept;
    const read = JSON.parse(readFileSync(in_repository(`i18n/locales/${language}.json`), 'utf8'));
    catalogues.set(language, read);
    return read;
}

/** From now on a language has other words: its catalogue is routed to another. @param {Language} language @param {unknown} words */
export const speaks_otherwise = (language, words) => catalogues.set(language, words);

/** The message as it stands in the catalogue.
 * @param {Language} language @param {string} key */
export function message(language, key) {
    /** @type {any} */
    let at = catalogue(language);
    for (const part of key.split('.')) at = at?.[part];
    if (typeof at !== 'string') throw new Error(`${language}.json has no "${key}"`);
    return at;
}

/** The words for a key, plain arguments filled in. Only for messages without plural and select.
 * @param {Language} language @param {string} key @param {Record<string, string | number>} values */
export function t(language, key, values = {}) {
    const text = message(language, key);
    if (/\{\s*\w+\s*,/.test(text)) throw new Error(`"${key}" needs more than t() can format; use t_like()`);
    return text.replace(/\{\s*(\w+)\s*\}/g, (_, name) => String(values[name])).replace(/''/g, "'");
}

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A pattern that the words for a key fit, whatever its arguments are; isolates around them are allowed.
 * @param {Language} language @param {string} key */
export function t_like(language, key) {
    const parts = message(language, key).replace(/''/g, "'").split(/\{[^{}]*\}/);
    return new RegExp(parts.map(escaped).join('[\\s\\S]+?'));
}
