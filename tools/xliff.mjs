// Catalogues for translators and back, as XLIFF 2.0.
//
//   node xliff.mjs ROOT export TAG FILE     English and the language's own texts, one unit a message
//   node xliff.mjs ROOT import FILE         checks the texts, then writes the catalogue; a fault changes nothing
//
// HUIYIN_CATALOGUES is the program that checks; tools/i18n builds it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {Record<string, string>} Messages by key */
/** @typedef {{ source?: unknown, target?: unknown }} Unit what is no string has marks inside */
/** @typedef {{ sourceLanguage: string, targetLanguage?: string, resources: Record<string, Record<string, Unit>> }} Document */

const require = createRequire(import.meta.url);
/** @type {(document: Document, options: object) => Promise<string>} */
const js2xliff = require('xliff/js2xliff');
/** @type {(xml: string, options: object) => Promise<Document>} */
const xliff2js = require('xliff/xliff2js');

const file_name = 'portal';

/** A file that cannot be taken; nothing was changed. */
export class Refusal extends Error {}

/** @param {string} root @param {string} tag */
const catalogue_file = (root, tag) => join(root, 'i18n/locales', `${tag}.json`);

/** Nested objects as one list. @param {any} tree @param {string} [path] @returns {Messages} */
function flat(tree, path = '') {
    return Object.assign({}, ...Object.entries(tree).map(([name, value]) =>
        typeof value === 'string' ? { [path + name]: value } : flat(value, `${path}${name}.`)));
}

/** @param {Messages} messages */
function nested(messages) {
    /** @type {any} */
    const tree = {};
    for (const [key, message] of Object.entries(messages)) {
        const path = key.split('.');
        const name = /** @type {string} */ (path.pop());
        let at = tree;
        for (const part of path) at = at[part] ??= {};
        at[name] = message;
    }
    return tree;
}

/** @param {string} root @param {string} tag */
function messages_of(root, tag) {
    try {
        return flat(JSON.parse(readFileSync(catalogue_file(root, tag), 'utf8')));
    } catch {
        throw new Refusal(`${tag}: the portal does not speak this language`);
    }
}

/** A catalogue for a translator. @param {string} root @param {string} tag */
export function exported(root, tag) {
    const own = messages_of(root, tag);
    const units = Object.entries(messages_of(root, 'en')).map(([key, source]) => [key, { source, target: own[key] }]);
    return js2xliff({ sourceLanguage: 'en', targetLanguage: tag, resources: { [file_name]: Object.fromEntries(units) } }, { indent: '  ' });
}

/** @param {string} xml */
async function parsed(xml) {
    // The reader passes over what is still open at the end.
    if (!/<\/xliff>\s*$/.test(xml)) throw new Refusal('this is no XLIFF, or it ends too soon');
    try {
        const document = await xliff2js(xml, {});
        if (document.resources) return document;
    } catch (fault) {
        throw new Refusal(`this is no XML: ${/** @type {Error} */ (fault).message.split('\n')[0]}`);
    }
    throw new Refusal('this is no XLIFF 2.0');
}

/** The translations of a document, and what is wrong with them.
 * @param {Record<string, Unit>} units @param {Messages} english */
function translations_in(units, english) {
    /** @type {Messages} */
    const found = {};
    /** @type {string[]} */
    const faults = [];
    for (const [key, { source, target }] of Object.entries(units)) {
        if (english[key] === undefined) faults.push(`${key}: English has no such key`);
        else if (source !== english[key]) faults.push(`${key}: English has changed since this was exported`);
        else if (typeof target !== 'string') faults.push(`${key}: there is no translation, or it has marks inside`);
        else found[key] = target;
    }
    return { found, faults };
}

/** What the program that checks every catalogue finds in one. @param {string} root @param {string} tag @param {string} json */
function findings(root, tag, json) {
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-import-'));
    const program = process.env.HUIYIN_CATALOGUES ?? join(root, 'build/release/catalogues');
    try {
        const file = join(folder, 'candidate.json');
        writeFileSync(file, json);
        execFileSync(program, [root, 'check', tag, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
        return [];
    } catch (fault) {
        const { stdout } = /** @type {{ stdout?: string }} */ (fault);
        if (!stdout) throw fault;
        return stdout.trim().split('\n');
    } finally {
        rmSync(folder, { recursive: true });
    }
}

/** The catalogue that a translator's file makes; what it does not speak of stays as it was.
 * @param {string} root @param {string} xml @returns {Promise<{ tag: string, json: string }>} */
export async function imported(root, xml) {
    const document = await parsed(xml);
    const tag = document.targetLanguage ?? '';
    if (document.sourceLanguage !== 'en' || tag === '' || tag === 'en') throw new Refusal('this is no translation from English');
    const [english, own] = [messages_of(root, 'en'), messages_of(root, tag)];
    const { found, faults } = translations_in(document.resources[file_name] ?? {}, english);
    if (faults.length > 0) throw new Refusal(faults.join('\n'));
    const merged = Object.fromEntries(
        Object.keys(english).filter((key) => key in found || key in own).map((key) => [key, found[key] ?? own[key]]),
    );
    const json = JSON.stringify(nested(merged), null, 2) + '\n';
    const wrong = findings(root, tag, json);
    if (wrong.length > 0) throw new Refusal(wrong.join('\n'));
    return { tag, json };
}

/** Whole or not at all. @param {string} file @param {string} text */
function write(file, text) {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
}

/** @param {string[]} words @returns {Promise<number>} */
async function run([root, command, ...rest]) {
    if (command === 'export' && rest.length === 2) {
        write(rest[1], await exported(root, rest[0]));
        return 0;
    }
    if (command === 'import' && rest.length === 1) {
        const { tag, json } = await imported(root, readFileSync(rest[0], 'utf8'));
        write(catalogue_file(root, tag), json);
        console.log(`${tag} has been written`);
        return 0;
    }
    console.error('usage: xliff.mjs ROOT export TAG FILE | ROOT import FILE');
    return 2;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    try {
        process.exitCode = await run(process.argv.slice(2));
    } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault;
        console.error(fault.message);
        process.exitCode = 1;
    }
}
