// docs/nginx.conf as it stands, with ports, certificate and log of the test, in front of the real server.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { in_repository } from '../e2e/support/repository.mjs';
import { Server } from '../e2e/support/server.mjs';

/** @typedef {{status: number, headers: import('node:http').IncomingHttpHeaders, body: string}} Answer */

const folder = mkdtempSync(join(tmpdir(), 'huiyin-nginx-'));
const log = join(folder, 'access.log');
/** @type {Server} */
let server;
/** @type {import('node:child_process').ChildProcess} */
let nginx;
let [plain, sealed] = [0, 0];

/** @returns {Promise<number>} */
const free_port = () =>
    new Promise((resolve) => {
        const listener = createServer().listen(0, '127.0.0.1', () => {
            const { port } = /** @type {import('node:net').AddressInfo} */ (listener.address());
            listener.close(() => resolve(port));
        });
    });

/** Each must be there, or the file has changed under the test. @param {string} text @param {[string, string][]} pairs */
function with_all_replaced(text, pairs) {
    for (const [old, instead] of pairs) {
        assert.ok(text.includes(old), `docs/nginx.conf has "${old}"`);
        text = text.replaceAll(old, instead);
    }
    return text;
}

function write_configuration() {
    const site = with_all_replaced(readFileSync(in_repository('docs/nginx.conf'), 'utf8'), [
        ['listen 80;', `listen 127.0.0.1:${plain};`],
        ['listen [::]:80;', ''],
        ['listen 443 ssl http2;', `listen 127.0.0.1:${sealed} ssl http2;`],
        ['listen [::]:443 ssl http2;', ''],
        ['127.0.0.1:12345', new URL(server.url).host],
        ['/etc/ssl/huiyin/fullchain.pem', join(folder, 'certificate.pem')],
        ['/etc/ssl/huiyin/privkey.pem', join(folder, 'key.pem')],
        ['/var/log/nginx/huiyin.log', log],
    ]);
    const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(folder, name)};`);
    const whole = `pid ${join(folder, 'pid')}; error_log ${join(folder, 'error.log')}; events {} http { ${places.join(' ')} ${site} }`;
    writeFileSync(join(folder, 'nginx.conf'), whole);
}

/** @param {string} path @param {import('node:https').RequestOptions & {body?: string}} [how] @returns {Promise<Answer>} */
const asks = (path, { body, ...how } = {}) =>
    new Promise((resolve, reject) => {
        const sent = request({ host: '127.0.0.1', port: sealed, path, rejectUnauthorized: false, ...how }, (answer) => {
            let text = '';
            answer.on('data', (bytes) => (text += bytes));
            answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
        });
        sent.on('error', reject);
        sent.end(body);
    });

before(async () => {
    const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')];
    execFileSync('openssl', ['req', '-x509', ...key, '-days', '2', '-subj', '/CN=portal.example.org'], { stdio: 'ignore' });
    server = await Server.start('--behind', '127.0.0.1');
    [plain, sealed] = [await free_port(), await free_port()];
    write_configuration();
    nginx = spawn('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'], { stdio: 'inherit' });
    while (!existsSync(join(folder, 'pid')) && nginx.exitCode === null) await pause(20);
    assert.equal(nginx.exitCode, null, 'nginx takes the configuration');
});

after(async () => {
    const gone = new Promise((resolve) => nginx.once('exit', resolve));
    nginx.kill('SIGTERM');
    await gone;
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
});

test('a page that is asked for in the open leads to the same one under TLS, and the API does not answer', async () => {
    const page = await fetch(`http://127.0.0.1:${plain}/track?lang=ar`, { redirect: 'manual' });
    assert.equal(page.status, 308);
    assert.equal(page.headers.get('location'), 'https://127.0.0.1/track?lang=ar');
    assert.equal((await fetch(`http://127.0.0.1:${plain}/api/v1/catalog`)).status, 403);
});

test('what is answered under TLS says to come that way again, with the headers of the server', async () => {
    for (const path of ['/', '/api/v1/catalog', '/nothing-here']) {
        const { headers } = await asks(path);
        assert.equal(headers['strict-transport-security'], 'max-age=63072000; includeSubDomains');
        assert.ok(headers['content-security-policy'], `${path} has a policy`);
        assert.ok(!/\d/.test(String(headers.server)), 'no version is told');
    }
});

test('TLS before 1.2 is refused', async () => {
    await assert.rejects(asks('/', { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' }));
    assert.equal((await asks('/', { maxVersion: 'TLSv1.2' })).status, 200);
});

test('a case is sent and opened, and the log has neither its number nor its code nor who sent it', async () => {
    const body = JSON.stringify({ nature: 'complaint', category: 'environment.noise', district: 'dongcheng', description: 'Drilling every night.', visibility: 'anonymous' });
    const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length, 'Idempotency-Key': 'nginx' };
    const sent = await asks('/api/v1/cases', { method: 'POST', headers, body });
    assert.equal(sent.status, 201);
    const { number, access_code: code } = JSON.parse(sent.body);
    assert.equal((await asks(`/api/v1/cases/${number}`, { headers: { 'X-Access-Code': code } })).status, 200);
    const written = readFileSync(log, 'utf8');
    assert.match(written, / POST 201 /);
    for (const secret of [number, code, code.replaceAll('-', ''), '127.0.0.1']) assert.ok(!written.includes(secret));
});

test('staff are let in from the offices alone', async () => {
    assert.equal((await asks('/api/v1/staff/cases')).status, 403);
});

test('whatever a caller says of their address, wrong codes are counted for the true one', async () => {
    const statuses = [];
    for (let turn = 0; turn < 40; ++turn) {
        const headers = { 'X-Access-Code': '0000-0000-0000-0000', 'X-Forwarded-For': `203.0.113.${turn}` };
        statuses.push((await asks('/api/v1/cases/HY20261119-000001-0', { headers })).status);
    }
    assert.ok(statuses.includes(429), statuses.join(' '));
});
