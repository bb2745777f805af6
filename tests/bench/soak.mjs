// Mixed load for a long time: citizens send cases with and without files, write, look, guess and break off, staff take
// steps and back up beside them. Memory, open files, threads and times must not grow while it lasts, and behind it
// everything is stored and sound.
// Usage: node tests/bench/soak.mjs HUIYIN SECONDS
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const [program, length] = process.argv.slice(2);
const seconds = Number(length);
if (!program || !(seconds > 0)) throw new Error('usage: node tests/bench/soak.mjs HUIYIN SECONDS');
const people = 16;
/** What somebody thinks over between two requests, at most. Without it the load of these few would be that of a city. */
const thought_ms = 60;
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

/** @param {unknown} [attachments] */
async function submits(attachments) {
    const key = `soak-${++sent}`;
    const submission = { nature: 'complaint', category: 'environment.noise', district: 'dongcheng', description: `Noise every night, told as ${key}.`, visibility: 'anonymous', ...(attachments ? { attachments } : {}) };
    /** @type {Receipt} */
    const receipt = JSON.parse(await asks('/api/v1/cases', json(submission, { 'Idempotency-Key': key }), [201]));
    receipts.push(receipt);
    return receipt;
}

/** @param {string} text */
const base64 = (text) => Buffer.from(text).toString('base64');
/** @param {Uint8Array} bytes */
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** A file by tus in two parts; nothing when it is broken off behind the first. @param {Uint8Array} content @param {boolean} is_broken_off */
async function uploads(content, is_broken_off) {
    const id = randomBytes(16).toString('hex');
    const tus = { 'Tus-Resumable': '1.0.0', 'X-Forwarded-For': `203.0.113.${sent % 250}` };
    const begin = performance.now();
    const metadata = `id ${base64(id)},filetype ${base64('application/pdf')}`;
    const begun = await fetch(`${url}/api/v1/uploads`, { method: 'POST', headers: { ...tus, 'Upload-Length': String(content.length), 'Upload-Metadata': metadata } });
    times.push(performance.now() - begin);
    const [address, why] = [begun.headers.get('location'), await begun.text()];
    assert.ok(address, `an upload was not begun: ${begun.status} ${why}`);
    const middle = content.length >> 1;
    for (const [from, to] of is_broken_off ? [[0, middle]] : [[0, middle], [middle, content.length]]) {
        const headers = { ...tus, 'Upload-Offset': String(from), 'Content-Type': 'application/offset+octet-stream' };
        await asks(address, { method: 'PATCH', headers, body: content.slice(from, to) }, [204]);
    }
    return id;
}

/** Sends a case with a file, and finds it as it was sent. */
async function sends_a_file() {
    const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(1000 + Math.floor(Math.random() * 60_000))]);
    const id = await uploads(content, Math.random() < 0.2);
    const { number, access_code: code } = await submits([{ id, name: 'noise.pdf', type: 'application/pdf', bytes: content.length }]);
    const answer = await fetch(`${url}/api/v1/cases/${number}/attachments/${id}`, { headers: { 'X-Access-Code': code } });
    const came = Buffer.from(await answer.arrayBuffer());
    assert.ok(answer.status !== 200 || sha256(came) === sha256(content), `the file of ${number} is another`);
}

/** Half a request, and gone. */
async function breaks_off() {
    const { hostname, port } = new URL(url);
    const line = connect(Number(port), hostname);
    line.on('error', () => undefined);
    line.write('POST /api/v1/cases HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{"nature"');
    await pause(20);
    line.destroy();
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
    if (receipts.length < 20 || chance < 0.12) return submits();
    if (chance < 0.125) return sends_a_file();
    if (chance < 0.13) return breaks_off();
    const { number, access_code: code } = one_of_them();
    if (chance < 0.2) return asks(`/api/v1/cases/${number}/messages`, json({ text: 'It goes on.' }, { 'X-Access-Code': code }), [201, 409, 422]);
    if (chance < 0.22) return guesses(number);
    if (chance < 0.25) return asks('/api/v1/cases', { method: 'POST', body: '{' }, [400, 415]);
    return asks(`/api/v1/cases/${number}`, { headers: { 'X-Access-Code': code } }, [200]);
}

const run = promisify(execFile);
/** @param {string[]} words */
const command = (...words) => run(program, [...words, '--data', folder], { maxBuffer: 1 << 30 });

/** What staff do meanwhile: each case is handed over and looked into; now and then a backup is made. */
async function staff() {
    for (let turn = 0; !is_over; turn += 1) {
        await pause(1000);
        const { number } = one_of_them();
        await command('case', 'step', number, 'dispatch', '--unit', '路灯管理所').catch(() => undefined);
        await command('case', 'step', number, 'contact').catch(() => undefined);
        if (turn % 200 !== 20) continue;
        const copy = join(folder, `backup-${turn}.db`);
        await command('backup', copy);
        rmSync(copy);
        rmSync(`${copy}.files`, { recursive: true });
    }
}

/** Nothing that was acknowledged is missing, and nothing is unsound. */
async function is_sound() {
    const { stdout } = await command('case', 'list', '--limit', '100000000');
    const stored = new Set(stdout.match(/HY[0-9A-Z-]{6,}/g));
    assert.deepEqual(receipts.map(({ number }) => number).filter((number) => !stored.has(number)), [], 'missing');
    assert.equal(stored.size, receipts.length, 'stored is what was acknowledged');
    await command('check');
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
const work = Array.from({ length: people }, async () => {
    while (!is_over) {
        await does_something();
        await pause(thought_ms * Math.random());
    }
});
work.push(staff());
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
    await is_sound();
    assert.ok(of(late, 'p99_ms') <= of(early, 'p99_ms') * 2 + 2, 'answers become slower');
} finally {
    is_over = true;
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
}
