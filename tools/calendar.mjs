// Writes the official holidays and make-up working days that the npm package chinese-days knows as C++ tables.
// usage: node tools/calendar.mjs OUTPUT
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const require = createRequire(import.meta.url);

/** @param {string} path */
function read(path) {
    try {
        return JSON.parse(readFileSync(require.resolve(path), 'utf8'));
    } catch (error) {
        console.error(`${path} cannot be read; "npm ci --prefix tools" installs it.\n${error}`);
        process.exit(1);
    }
}

/** @param {string} day "2026-01-01" */
function as_date(day) {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
    if (!match) throw new Error(`not a day: ${day}`);
    return `{${match.slice(1).map(Number).join(', ')}}`;
}

/** @param {string} type @param {string} name @param {string[]} values */
function table(type, name, values) {
    return `constexpr ${type} ${name}[] = {\n${values.map((value) => `    ${value},\n`).join('')}};\n`;
}

const output = process.argv[2];
const { version } = read('chinese-days/package.json');
const { holidays, workdays } = read('chinese-days/dist/chinese-days.json');
const holiday_list = Object.keys(holidays).sort();
const make_up_list = Object.keys(workdays).sort();
// A year is published when its own New Year is; the last notice may already name days of the next.
const years = [...new Set(holiday_list.filter((day) => day.endsWith('-01-01')).map((day) => day.slice(0, 4)))];
if (years.length === 0) throw new Error('chinese-days names no year');

mkdirSync(dirname(output), { recursive: true });
writeFileSync(
    output,
    `// From chinese-days ${version}.\n` +
        table('Date', 'holidays', holiday_list.map(as_date)) +
        table('Date', 'make_up_days', make_up_list.map(as_date)) +
        table('int', 'published_years', years),
);
