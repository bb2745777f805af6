// Mixed load for a long time: memory, open files, threads and times must not grow while it lasts.
// Usage: node tests/bench/soak.mjs HUIYIN SECONDS
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

const [program, length] = process.argv.slice(2);
const seconds = Number(length);
if (!program || !(seconds > 0)) throw new Error('usage: node tests/bench/soak.mjs HUIYIN SECONDS');
const workers = 16;
const samples_wanted = 20;

/** @typedef {{ rss_mb: number, files: number, threads: number, p99_ms: number, requests: number }} Sample */
/** @typedef {{ number: string, access_code: string }} Receipt */

const folder = mkdtempSync(join(tmpdir(), 'huiyin-soak-'));
const server = spawn(program, ['serve', '--port', '0', '--data', folder, '--log', 'none', '--work-after', '0', '--behind', '127.0.0.1'], { stdio: ['ignore', 'pipe', 'inherit'] });

async function address() {
    for await (const bytes of server.stdout) {
        const found = /http:\/\/\S+(?=\/)/.exec(String(bytes));
        if (found) return found[0];
    }
    throw new Error('the server did not start');
}

const url = await address();
/** @type {Receipt[]} */
const receipts = [];
/** Of the running sample. @type {number[]} */
let times = [];
let sent = 0;

/** @param {string} path @param {RequestInit} how @param {number[]} expected */
async function asks(path, how, expected) {
    const begin = performance.now();
    const answer = await fetch(url + path, how);
    const body = await answer.text();
    times.push(performance.now() - begin);
    assert.ok(expected.includes(answer.status), `${how.method ?? 'GET'} ${path} answered ${answer.status}: ${body}`);
    return body;
}

/** @param {unknown} body @param {Record<string, string>} headers */
const json = (body, headers) => ({ method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });

async function submits() {
    const key = `soak-${++sent}`;
    const submission = { nature: 'complaint', category: 'environment.noise', district: 'dongcheng', description: `Noise every night, told as ${key}.`, visibility: 'anonymous' };
    receipts.push(JSON.parse(await asks('/api/v1/cases', json(submission, { 'Idempotency-Key': key }), [201])));
}

const one_of_them = () => receipts[Math.floor(Math.random() * receipts.length)];

/**
 * From elsewhere: an address that tries very many is kept from everything.
 * @param {string} number
 */
function guesses(number) {
    const from = `198.51.100.${Math.floor(Math.random() * 250)}`;
    return asks(`/api/v1/cases/${number}`, { headers: { 'X-Access-Code': '0000-0000-0000-0000', 'X-Forwarded-For': from } }, [404, 429]);
}

async function does_something() {
    const chance = Math.random();
    if (receipts.length < 20 || chance < 0.15) return submits();
    const { number, access_code: code } = one_of_them();
    if (chance < 0.2) return asks(`/api/v1/cases/${number}/messages`, json({ text: 'It goes on.' }, { 'X-Access-Code': code }), [201, 409, 422]);
    if (chance < 0.22) return guesses(number);
    if (chance < 0.25) return asks('/api/v1/cases', { method: 'POST', body: '{' }, [400, 415]);
    return asks(`/api/v1/cases/${number}`, { headers: { 'X-Access-Code': code } }, [200]);
}

/** @returns {Sample} */
function sample() {
    const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
    const number_of = (/** @type {string} */ name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]);
    const sorted = times.sort((one, other) => one - other);
    const made = { rss_mb: number_of('VmRSS') / 1024, files: readdirSync(`/proc/${server.pid}/fd`).length, threads: number_of('Threads'), p99_ms: sorted[Math.floor(sorted.length * 0.99)], requests: sorted.length };
    times = [];
    return made;
}

/** @param {number[]} values */
const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

let is_over = false;
const work = Array.from({ length: workers }, async () => {
    while (!is_over) await does_something();
});
/** @type {Sample[]} */
const taken = [];
try {
    while (taken.length < samples_wanted) {
        await Promise.race([pause((seconds * 1000) / samples_wanted), Promise.all(work)]);
        taken.push(sample());
        const { rss_mb, files, threads, p99_ms, requests } = taken[taken.length - 1];
        console.log(`${rss_mb.toFixed(1)} MB, ${files} files, ${threads} threads, p99 ${p99_ms.toFixed(1)} ms, ${requests} requests`);
    }
    is_over = true;
    await Promise.all(work);
    // The first fifth warms up.
    const warm = taken.slice(samples_wanted / 5);
    const [early, late] = [warm.slice(0, warm.length / 2), warm.slice(warm.length / 2)];
    const of = (/** @type {Sample[]} */ some, /** @type {keyof Sample} */ what) => median(some.map((each) => each[what]));
    assert.ok(of(late, 'rss_mb') <= of(early, 'rss_mb') * 1.1 + 4, 'memory grows');
    assert.ok(of(late, 'files') <= of(early, 'files') + 8, 'open files grow');
    assert.equal(of(late, 'threads'), of(early, 'threads'), 'threads');
    assert.ok(of(late, 'p99_ms') <= of(early, 'p99_ms') * 2 + 2, 'answers become slower');
} finally {
    is_over = true;
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
}
