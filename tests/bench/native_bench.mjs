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

/** @typedef {{name: string, per_second: number, p99_ms: number, cpu_us_per_request: number, rss_kb: number, errors: number}} Load */

/** @param {Load} load @returns {Row[]} */
function load_rows({ name, per_second, p99_ms, cpu_us_per_request, rss_kb, errors }) {
    return [
        { name: `${name}, CPU of a request`, value: cpu_us_per_request, unit: 'µs', at_most: cpu_budget[name] },
        { name: `${name}, throughput`, value: per_second, unit: '/s' },
        { name: `${name}, p99`, value: Number(p99_ms), unit: 'ms', at_most: 10 },
        { name: `${name}, resident memory`, value: rss_kb / 1024, unit: 'MB', at_most: 100 },
        { name: `${name}, errors`, value: errors, unit: '', at_most: 0 },
    ];
}

/** @returns {Row[]} */
export function server_bench() {
    if (!existsSync(server_program)) return not_there('server');
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-bench-'));
    const file = join(folder, 'server.json');
    try {
        const words = [in_repository('tests/bench/server_bench.mjs'), server_program, '--out', file, '--web', portal_folder];
        execFileSync(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
        /** @type {{results: Load[], raw_commits_per_second: number}} */
        const { results, raw_commits_per_second } = JSON.parse(readFileSync(file, 'utf8'));
        const raw = { name: 'raw SQLite commits on this disk', value: raw_commits_per_second, unit: '/s' };
        return [...results.flatMap(load_rows), raw];
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
