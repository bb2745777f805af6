// A hotline of some years: what the database takes for 100,000 cases, and how long a server with a million of them
// takes to be ready and to show one.
// Usage: node tests/bench/many_cases_bench.mjs HUIYIN CASE_FILLER [--cases N] [--out FILE]
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { median } from './rows.mjs';

const [program, filler] = process.argv.slice(2);
/** @param {string} name @param {string} otherwise */
const option = (name, otherwise) => {
    const at = process.argv.indexOf(name);
    return at < 0 ? otherwise : process.argv[at + 1];
};
const very_many = Number(option('--cases', '1000000'));
const out_file = option('--out', '');
const starts = 5;

/** @typedef {{ bytes: number, receipt: { number: string, access_code: string } }} Filled */

const folder = mkdtempSync(join(tmpdir(), 'huiyin-bench-'));

/** @param {string} name @param {number} cases @returns {Filled} */
const filled = (name, cases) => JSON.parse(execFileSync(filler, [join(folder, name), String(cases)], { encoding: 'utf8' }));

/** @param {Filled['receipt']} receipt */
async function started({ number, access_code }) {
    const begin = performance.now();
    const server = spawn(program, ['serve', '--port', '0', '--data', join(folder, 'many'), '--log', 'none'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let url = '';
    for await (const text of server.stdout) {
        url = /http:\/\/\S+(?=\/)/.exec(String(text))?.[0] ?? '';
        if (url) break;
    }
    const ready_ms = performance.now() - begin;
    const answer = await fetch(`${url}/api/v1/cases/${number}`, { headers: { 'X-Access-Code': access_code } });
    if (answer.status !== 200) throw new Error(`the case answered ${answer.status}`);
    const shown_ms = performance.now() - begin;
    const rss_kb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]);
    server.kill('SIGTERM');
    await once(server, 'exit');
    return { ready_ms, shown_ms, rss_kb };
}

try {
    const bytes_of_100k = filled('some', 100_000).bytes;
    const { bytes, receipt } = filled('many', very_many);
    /** @type {Awaited<ReturnType<typeof started>>[]} */
    const times = [];
    while (times.length < starts) times.push(await started(receipt));
    /** @param {'ready_ms' | 'shown_ms' | 'rss_kb'} what */
    const usual = (what) => median(times.map((each) => each[what]));
    const report = { cases: very_many, bytes, bytes_of_100k, ready_ms: usual('ready_ms'), shown_ms: usual('shown_ms'), rss_kb: usual('rss_kb') };
    console.log(JSON.stringify(report, null, 2));
    if (out_file) writeFileSync(out_file, JSON.stringify(report));
} finally {
    rmSync(folder, { recursive: true, force: true });
}
