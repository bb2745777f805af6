// docs/asvs.md and docs/threat-model.md name tests and files: each is there, and the table of ASVS is whole.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { own_files, text_of } from '../../tools/own_sources.mjs';
import { in_repository, root } from '../e2e/support/repository.mjs';

/** ASVS 5.0.0: the level of each requirement, one digit each, by section. V10 and V17 do not apply as a whole.
 * @type {Record<string, string>} */
const levels = {
    ...{ 1.1: '22', 1.2: '1111122223', 1.3: '112222222223', 1.4: '222', 1.5: '123' },
    ...{ 2.1: '122', 2.2: '112', 2.3: '12223', 2.4: '23' },
    ...{ 3.1: '3', 3.2: '113', 3.3: '12223', 3.4: '11222233', 3.5: '11122333', 3.6: '3', 3.7: '22333' },
    ...{ 4.1: '12233', 4.2: '23333', 4.3: '22', 4.4: '1222' },
    ...{ 5.1: '2', 5.2: '112333', 5.3: '113', 5.4: '222' },
    ...{ 6.1: '122', 6.2: '111111112222', 6.3: '11223333', 6.4: '112233', 6.5: '22222333', 6.6: '2223', 6.7: '33', 6.8: '2222' },
    ...{ 7.1: '222', 7.2: '1111', 7.3: '22', 7.4: '11222', 7.5: '223', 7.6: '22' },
    ...{ 8.1: '1233', 8.2: '1123', 8.3: '133', 8.4: '23' },
    ...{ 9.1: '111', 9.2: '1222' },
    ...{ 11.1: '2233', 11.2: '22233', 11.3: '11233', 11.4: '1222', 11.5: '23', 11.6: '23', 11.7: '33' },
    ...{ 12.1: '12233', 12.2: '11', 12.3: '22223' },
    ...{ 13.1: '2333', 13.2: '222223', 13.3: '2233', 13.4: '1222233' },
    ...{ 14.1: '22', 14.2: '12223333', 14.3: '122' },
    ...{ 15.1: '12233', 15.2: '12233', 15.3: '1222222', 15.4: '3333' },
    ...{ 16.1: '2', 16.2: '22222', 16.3: '2222', 16.4: '222', 16.5: '2223' },
};

/** "V1.2.3" and its level, of levels 1 and 2. */
const asked = new Map(
    Object.entries(levels).flatMap(([section, digits]) => [...digits].flatMap((level, at) => (level === '3' ? [] : [/** @type {[string, string]} */ ([`V${section}.${at + 1}`, level])]))),
);

/** @typedef {{ number: string, level: string, how: string }} Row */

/** @param {string} text @returns {Row[]} */
function rows_of(text) {
    const cells = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    return cells.filter((row) => /^V\d/.test(row[1] ?? '')).map((row) => ({ number: row[1], level: row[2], how: row.slice(4, -1).join('|') }));
}

/** @param {string} text */
function left_out_in(text) {
    const lines = text.split('\n').filter((line) => line.startsWith('Does not apply: '));
    return lines.flatMap((line) => line.match(/V\d+(\.\d+)*/g) ?? []);
}

/** @param {string} how */
const is_missing = (how) => how.startsWith('not yet: ');

/** What is wrong with the table. @param {string} text */
function table_faults(text) {
    const rows = rows_of(text);
    const numbers = [...rows.map(({ number }) => number), ...left_out_in(text)];
    const counts = `Met: ${rows.filter(({ how }) => !is_missing(how)).length}; not yet: ${rows.filter(({ how }) => is_missing(how)).length}; does not apply: ${left_out_in(text).length}.`;
    return [
        ...numbers.filter((number) => !asked.has(number)).map((number) => `${number} is no requirement of levels 1 and 2`),
        ...numbers.filter((number, at) => numbers.indexOf(number) < at).map((number) => `${number} stands twice`),
        ...[...asked.keys()].filter((number) => !numbers.includes(number)).map((number) => `${number} is left out`),
        ...rows.filter(({ number, level }) => asked.has(number) && asked.get(number) !== level).map(({ number }) => `${number} is of level ${asked.get(number)}`),
        ...rows.filter(({ how }) => !how.includes('`') && !is_missing(how) && !/\babove\b/.test(how)).map(({ number }) => `${number} names nothing that meets it`),
        ...(text.includes(`\n${counts}\n`) ? [] : [`the head should say: ${counts}`]),
    ];
}

const sources = new Map(own_files(root, ['.cpp', '.mjs']).filter((path) => path.startsWith('tests/')).map((path) => [path, text_of(root, path)]));

/** Cases of a file or a suite of that name. @param {string} name "http_tests" @returns {string[] | null} nothing when there is none */
function native_cases(name) {
    const texts = [...sources].filter(([path, text]) => basename(path) === `${name}.cpp` || new RegExp(`TEST_SUITE\\(${name}[,)]`).test(text)).map(([, text]) => text);
    return texts.length === 0 ? null : texts.flatMap((text) => [...text.matchAll(/BOOST_\w+_TEST_CASE\(\s*(\w+)/g)].map(([, found]) => found));
}

/** A test's name as it is written, with room for "${…}". @param {string} name */
function pattern_of(name) {
    const parts = name.replaceAll('\\', '').split(/\$\{[^}]*\}/);
    return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^$()|[\]{}]/g, '\\$&')).join('(.+)')}$`);
}

/** That a file of JavaScript has a test of this name; what stands for "${…}" must stand in it as well.
 * @param {string} path "tests/e2e/history.test.mjs" @param {string} name */
function has_script_case(path, name) {
    const text = sources.get(path) ?? '';
    const patterns = [...text.matchAll(/\b\w*test\(\s*(['`])((?:\\.|(?!\1).)*)\1/g)].map(([, , written]) => pattern_of(written));
    return patterns.some((pattern) => pattern.exec(name)?.slice(1).every((part) => text.includes(part)));
}

/** "`file`: `case`, `case`" and "`file`: "name", "name"". */
const named_cases = /`([\w/.]+(?:_tests|\.test\.mjs))`: ((?:(?:`\w+`|"[^"]+")(?:, (?=[`"]))?)+)/g;

/** Cases that are named and are not there. @param {string} line */
function case_faults(line) {
    return [...line.matchAll(named_cases)].flatMap(([, file, list]) => {
        const native = native_cases(file);
        const names = [...list.matchAll(/[`"]([^`"]+)[`"]/g)].map(([, name]) => name);
        const is_there = (/** @type {string} */ name) => native?.includes(name) || has_script_case(file, name);
        return names.filter((name) => !is_there(name)).map((name) => `${file} has no case "${name}"`);
    });
}

/** What is named like a case and stands behind no file. @param {string} line */
function homeless_cases(line) {
    const rest = line.replaceAll(named_cases, '');
    return [...rest.matchAll(/`([a-z0-9]+(?:_[a-z0-9]+){3,})`/g)].map(([, name]) => `${name} stands behind no file`);
}

/** Files and suites that are named and are not there. @param {string} line */
function file_faults(line) {
    const names = [...line.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    const files = names.filter((name) => /^[A-Za-z][\w./-]*\.(cpp|h|js|mjs|md|sql|sh|html|json|yaml|txt|cmake)$/.test(name));
    const folders = names.filter((name) => /^(assets|core|docs|i18n|server|tests|tools|web)\/[\w/]+$/.test(name));
    const suites = names.filter((name) => /^\w+_tests$/.test(name));
    return [
        ...[...files, ...folders].filter((path) => !existsSync(in_repository(path))).map((path) => `${path} is not there`),
        ...suites.filter((name) => native_cases(name) === null).map((name) => `${name} is not there`),
    ];
}

/** What a document names and nobody has. @param {string} text */
function name_faults(text) {
    return text.split('\n').flatMap((line) => [...case_faults(line), ...homeless_cases(line), ...file_faults(line)]);
}

const table = text_of(root, 'docs/asvs.md');
const threats = text_of(root, 'docs/threat-model.md');

test('the table of ASVS is whole and counted', () => {
    assert.deepEqual(table_faults(table), []);
});

test('what the table of ASVS names is there', () => {
    assert.deepEqual(name_faults(table), []);
});

test('what the threat model names is there', () => {
    assert.deepEqual(name_faults(threats), []);
});

/** What can go wrong, as a change of the table, and what is said of it. @type {[string, string | RegExp, string, RegExp][]} */
const seeded = [
    ['a number that nobody gave', '| V1.1.1 |', '| V1.1.9 |', /^V1\.1\.9 is no requirement/m],
    ['a number of another form', '| V1.1.1 |', '| V1.1 |', /^V1\.1 is no requirement/m],
    ['a number of level 3', '| V1.1.1 |', '| V1.2.10 |', /^V1\.2\.10 is no requirement/m],
    ['a number that stands twice', '| V1.1.2 |', '| V1.1.1 |', /^V1\.1\.1 stands twice$/m],
    ['a requirement left out', /\| V1\.1\.2 .*\n/, '', /^V1\.1\.2 is left out$/m],
    ['another level', '| V1.1.1 | 2 |', '| V1.1.1 | 1 |', /^V1\.1\.1 is of level 2$/m],
    ['a row that names nothing', /(\| V1\.1\.1 \|.*\|.*\|).*\|/, '$1 it is met |', /^V1\.1\.1 names nothing/m],
    ['a wrong count', /\nMet: \d+/, '\nMet: 1', /^the head should say/m],
    ['a case that is gone', '`percent_signs_are_decoded_where_they_mean_something`', '`percent_signs_are_gone_for_good`', /^request_text_tests has no case/m],
    ['a case of another file', '`request_text_tests`: ', '`api_tests`: ', /^api_tests has no case/m],
    ['a name of a browser test that is gone', '"words and attributes are escaped"', '"words are escaped"', /^tests\/tools\/entry_pages\.test\.mjs has no case/m],
    ['a part of such a name that is gone', '"what looks like a page are shown', '"what looks like a book are shown', /^tests\/e2e\/hostile_text\.test\.mjs has no case/m],
    ['a case behind no file', '`request_text_tests`: ', '', /stands behind no file$/m],
    ['a suite that is gone', '`request_text_tests`: ', '`requested_tests`: ', /^requested_tests is not there$/m],
    ['a file that is gone', '`server/api/routes.cpp`', '`server/api/roads.cpp`', /^server\/api\/roads\.cpp is not there$/m],
];

for (const [what, from, to, said] of seeded) {
    test(`${what} is found`, () => {
        const text = table.replace(from, to);
        assert.notEqual(text, table);
        assert.match([...table_faults(text), ...name_faults(text)].join('\n'), said);
    });
}
