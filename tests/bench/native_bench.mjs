// Programs that measure themselves: the journey through the real views, and the server under load.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { in_repository, portal_folder, server_program } from '../e2e/support/repository.mjs';

/** @typedef {import('./rows.mjs').Row} Row */

/** @param {string} name @returns {Row[]} */
const not_there = (name) => [{ name, value: null, unit: '', note: 'not built' }];

/** What a program prints about itself. @param {string} program @param {string} name @returns {Row[]} */
function rows_of(program, name) {
    if (!existsSync(program)) return not_there(name);
    const said = execFileSync(program, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const line = said.split('\n').find((each) => each.startsWith('{')) ?? '{"rows": []}';
    return JSON.parse(line).rows;
}

/** One full journey (submit, track, feedback) in one process, a row a language. */
export const journey_bench = () => rows_of(process.env.HUIYIN_JOURNEY_BENCH ?? in_repository('build/release/journey_bench'), 'native journey');

/** Laying out long texts, and finding labels. */
export const text_bench = () => rows_of(process.env.HUIYIN_TEXT_BENCH ?? in_repository('build/release/text_bench'), 'texts and labels');

/** CPU microseconds of the server for one request. @type {Record<string, number>} */
const cpu_budget = { 'GET case': 15, 'POST case': 40 };

/** They bring a file to the disk, or share the machine with a storm. */
const slow = ['case with a file of 30 kB', 'POST case beside 8 who track'];

/** Without CPU time where two loads share it.
 * @typedef {{name: string, per_second: number, p99_ms: number, cpu_us_per_request?: number, rss_kb: number, errors: number}} Load */

/** @param {Load} load @returns {Row[]} */
function load_rows({ name, per_second, p99_ms, cpu_us_per_request, rss_kb, errors }) {
    const cpu = cpu_us_per_request && { name: `${name}, CPU of a request`, value: cpu_us_per_request, unit: 'µs', at_most: cpu_budget[name] };
    return [
        ...(cpu ? [cpu] : []),
        { name: `${name}, throughput`, value: per_second, unit: '/s' },
        { name: `${name}, p99`, value: Number(p99_ms), unit: 'ms', at_most: slow.includes(name) ? undefined : 10 },
        { name: `${name}, resident memory`, value: rss_kb / 1024, unit: 'MB', at_most: 100 },
        { name: `${name}, errors`, value: errors, unit: '', at_most: 0 },
    ];
}

/** What another script writes about the server. @param {string} script @param {string[]} words */
function report_of(script, words) {
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-bench-'));
    const file = join(folder, 'report.json');
    try {
        const all = [in_repository(`tests/bench/${script}`), server_program, ...words, '--out', file];
        execFileSync(process.execPath, all, { stdio: ['ignore', 'ignore', 'inherit'] });
        return JSON.parse(readFileSync(file, 'utf8'));
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** @typedef {{results: Load[], raw_commits_per_second: number}} Loads */

/** The disks of test machines answer at once, real ones in a millisecond. @param {Load} load @returns {Row[]} */
function real_disk_rows({ name, per_second, p99_ms, errors }) {
    const is_case = name === 'POST case';
    return [
        { name: `1 ms a sync: ${name}, throughput`, value: per_second, unit: '/s', at_least: is_case ? 12_000 : undefined },
        { name: `1 ms a sync: ${name}, p99`, value: Number(p99_ms), unit: 'ms', at_most: is_case ? 20 : undefined },
        { name: `1 ms a sync: ${name}, errors`, value: errors, unit: '', at_most: 0 },
    ];
}

/** @returns {Row[]} */
export function server_bench() {
    if (!existsSync(server_program)) return not_there('server');
    /** @type {Loads} */
    const here = report_of('server_bench.mjs', ['--web', portal_folder]);
    /** @type {Loads} */
    const real = report_of('server_bench.mjs', ['--sync-ms', '1', '--only', 'write,files,storm']);
    const raw = { name: 'raw SQLite commits on this disk', value: here.raw_commits_per_second, unit: '/s' };
    return [...here.results.flatMap(load_rows), raw, ...real.results.flatMap(real_disk_rows)];
}

/** @returns {Row[]} */
export function many_cases_bench() {
    const filler = process.env.HUIYIN_CASE_FILLER ?? in_repository('build/release/case_filler');
    if (!existsSync(server_program) || !existsSync(filler)) return not_there('a million cases');
    /** @type {{bytes: number, bytes_of_100k: number, ready_ms: number, shown_ms: number, rss_kb: number}} */
    const { bytes, bytes_of_100k, ready_ms, shown_ms, rss_kb } = report_of('many_cases_bench.mjs', [filler]);
    return [
        { name: '100,000 cases, database', value: bytes_of_100k / 1e6, unit: 'MB' },
        { name: '1,000,000 cases, database', value: bytes / 1e6, unit: 'MB' },
        { name: '1,000,000 cases, until the server is ready', value: ready_ms, unit: 'ms' },
        { name: '1,000,000 cases, until it has shown one', value: shown_ms, unit: 'ms' },
        { name: '1,000,000 cases, resident memory', value: rss_kb / 1024, unit: 'MB' },
    ];
}
