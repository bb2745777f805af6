// tus-js-client, which the portal sends files with, against the running server: through breaks on both sides the file
// arrives as it was.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { from_npm, server_program } from '../e2e/support/repository.mjs';

const { Upload } = from_npm('tus-js-client');

const folder = mkdtempSync(join(tmpdir(), 'huiyin-tus-'));
/** @type {import('node:child_process').ChildProcess} */
let server;
let port = '0';

async function starts() {
    const words = ['serve', '--port', port, '--data', join(folder, 'data'), '--log', 'none'];
    server = spawn(server_program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    const greeting = await new Promise((resolve) => server.stdout?.once('data', (bytes) => resolve(String(bytes))));
    port = /:(\d+)\//.exec(greeting)?.[1] ?? '';
}

/** @param {NodeJS.Signals} signal */
async function ends(signal) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
}

before(starts);
after(async () => {
    await ends('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
});

/** Bytes that begin as a PDF does. @param {number} size */
const pdf = (size) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);

/** @param {Buffer} bytes */
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

function stored_files() {
    const stored = join(folder, 'data', 'files');
    return readdirSync(stored).map((name) => sha256(readFileSync(join(stored, name))));
}

/** Sends a file to its end, with what a test wants to happen on the way.
 * @param {Buffer} bytes @param {Record<string, any>} options */
function sent(bytes, options = {}) {
    return new Promise((resolve, reject) => {
        const upload = new Upload(bytes, {
            endpoint: `http://127.0.0.1:${port}/api/v1/uploads`,
            metadata: { filename: 'leaflet.pdf', filetype: 'application/pdf' },
            retryDelays: Array.from({ length: 40 }, () => 50),
            onError: reject,
            onSuccess: () => resolve(upload),
            ...options,
            onProgress: (/** @type {number} */ share) => options.onProgress?.(share, upload),
        });
        upload.start();
    });
}

test('a file arrives in one piece and in many', async () => {
    for (const chunkSize of [Infinity, 300_000]) {
        const bytes = pdf(1_000_000);
        await sent(bytes, { chunkSize });
        assert.ok(stored_files().includes(sha256(bytes)));
    }
});

test('an upload that was broken off again and again goes on from where it was', async () => {
    const bytes = pdf(2_000_000);
    let breaks = 0;
    /** @type {any} */
    let upload;
    await new Promise((resolve, reject) => {
        upload = new Upload(bytes, {
            endpoint: `http://127.0.0.1:${port}/api/v1/uploads`,
            metadata: { filetype: 'application/pdf' },
            chunkSize: 100_000,
            onError: reject,
            onSuccess: resolve,
            onChunkComplete: async () => {
                if (breaks >= 10) return;
                breaks += 1;
                await upload.abort();
                upload.start();
            },
        });
        upload.start();
    });
    assert.equal(breaks, 10);
    assert.ok(stored_files().includes(sha256(bytes)));
});

test('a server that is killed in the midst loses nothing that it has acknowledged', async () => {
    const bytes = pdf(3_000_000);
    let acknowledged = 0;
    let kills = 0;
    await sent(bytes, {
        chunkSize: 200_000,
        onChunkComplete: (/** @type {number} */ size, /** @type {number} */ all) => {
            assert.ok(all >= acknowledged, 'it went back behind what was acknowledged');
            acknowledged = all;
            if (kills >= 3) return;
            kills += 1;
            void ends('SIGKILL').then(starts);
        },
    });
    assert.equal(kills, 3);
    assert.ok(stored_files().includes(sha256(bytes)));
});

test('an upload that is ended is gone', async () => {
    const before_it = stored_files().length;
    /** @type {any} */
    let upload;
    await new Promise((resolve, reject) => {
        upload = new Upload(pdf(1_000_000), {
            endpoint: `http://127.0.0.1:${port}/api/v1/uploads`,
            metadata: { filetype: 'application/pdf' },
            chunkSize: 100_000,
            onError: reject,
            onSuccess: () => reject(new Error('it was to be ended')),
            onChunkComplete: () => void upload.abort(true).then(resolve, reject),
        });
        upload.start();
    });
    const gone = await fetch(upload.url, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } });
    assert.equal(gone.status, 404);
    assert.equal(stored_files().length, before_it);
});
