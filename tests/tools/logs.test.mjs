// SECURITY.md has an inventory of logs: what the code writes stands in it, and it names nothing that is not written.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { own_files, text_of } from '../../tools/own_sources.mjs';
import { root } from '../e2e/support/repository.mjs';

const inventory = text_of(root, 'SECURITY.md').split('## Logs')[1].split('\n## ')[0];
const sources = own_files(root, ['.cpp']).filter((path) => path.startsWith('server/'));
const code = sources.map((path) => text_of(root, path)).join('\n');

/** What a row says that a line has. @param {string} name of the log */
function words_of(name) {
    const row = inventory.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? '';
    return [...row.split('|')[2].matchAll(/`([^`]+)`/g)].map(([, word]) => word);
}

/** @param {string} text @param {RegExp} pattern with one group */
const all_in = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, found]) => found))];

/** The names in the JSON that a function of the log writes. @param {string} name "request" */
function fields_of(name) {
    const [, written] = new RegExp(`void Log::${name}\\([\\s\\S]*?R"\\(([\\s\\S]*?)\\)"`).exec(text_of(root, 'server/http/log.cpp')) ?? [];
    return all_in(written, /"(\w+)":/g);
}

test('every field and every word of the logs stands in the inventory, and no other', () => {
    assert.deepEqual(words_of('requests'), fields_of('request'));
    const staff = all_in(code, /note\(\{[^;]*?"(\w+)"/g).concat(all_in(code, /note\(\{[^;]*?\? "\w+" : "(\w+)"/g));
    assert.deepEqual(words_of('staff').sort(), [...new Set([...fields_of('note'), ...staff])].sort());
    const events = all_in(code, /[>.]event\("(\w+)"/g);
    assert.deepEqual(words_of('the server itself').sort(), [...fields_of('event'), ...events].sort());
});

test('the proxy logs what the inventory says', () => {
    const [, format] = /log_format huiyin '([^']*)'/.exec(text_of(root, 'docs/nginx.conf')) ?? [];
    assert.deepEqual(words_of('requests at the proxy'), [format]);
});

test('nothing else writes a log', () => {
    const writers = sources.filter((path) => /\b(syslog|openlog|sd_journal|spdlog::)|std::clog/.test(text_of(root, path)));
    assert.deepEqual(writers, ['server/http/log.cpp']);
});
