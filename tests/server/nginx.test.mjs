// docs/nginx.conf as it stands, with ports, certificate and log of the test, in front of the real server.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:tls';
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
const socket = join(folder, 'http');
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
        ['/run/huiyin/http', socket],
        ['/etc/ssl/huiyin/fullchain.pem', join(folder, 'certificate.pem')],
        ['/etc/ssl/huiyin/privkey.pem', join(folder, 'key.pem')],
        ['/var/log/nginx/huiyin.log', log],
    ]);
    const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(folder, name)};`);
    // Of the group of the socket, as docs/huiyin.service has it; who is not root stays who they are.
    const user = process.getuid?.() === 0 ? 'user root;' : '';
    const whole = `${user} pid ${join(folder, 'pid')}; error_log ${join(folder, 'error.log')}; events {} http { ${places.join(' ')} ${site} }`;
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
    server = await Server.start('--listen', socket);
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

/** A process's sockets of the network. @param {string} pid */
function network_sockets(pid) {
    const lists = ['tcp', 'tcp6', 'udp', 'udp6'].map((name) => readFileSync(`/proc/net/${name}`, 'utf8')).join('');
    const open = readdirSync(`/proc/${pid}/fd`).map((name) => readlinkSync(`/proc/${pid}/fd/${name}`));
    const numbers = open.flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []);
    return numbers.filter((number) => new RegExp(`\\s${number}\\s`).test(lists));
}

/** What is agreed on with a browser that has wishes. @param {import('node:tls').ConnectionOptions} wishes @returns {Promise<string>} */
const agreed_cipher = (wishes) =>
    new Promise((resolve, reject) => {
        const line = connect({ host: '127.0.0.1', port: sealed, rejectUnauthorized: false, ...wishes }, () => {
            resolve(line.getCipher().name);
            line.destroy();
        }).once('error', reject);
    });

test('the strongest cipher that both know is taken, and none that is not recommended', async () => {
    const weak_first = 'ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-CHACHA20-POLY1305:ECDHE-RSA-AES256-GCM-SHA384';
    assert.equal(await agreed_cipher({ maxVersion: 'TLSv1.2', ciphers: weak_first }), 'ECDHE-RSA-AES256-GCM-SHA384');
    assert.equal(await agreed_cipher({ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256' }), 'ECDHE-RSA-AES128-GCM-SHA256');
    assert.equal(await agreed_cipher({ minVersion: 'TLSv1.3', ciphers: 'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384' }), 'TLS_AES_256_GCM_SHA384');
    for (const ciphers of ['ECDHE-RSA-AES128-SHA:@SECLEVEL=0', 'AES256-GCM-SHA384:@SECLEVEL=0', 'ECDHE-RSA-AES256-SHA384:@SECLEVEL=0']) await assert.rejects(agreed_cipher({ maxVersion: 'TLSv1.2', ciphers }), ciphers);
});

test('between the proxy and the server nothing goes over a network, and nobody else may ask', async () => {
    assert.equal(statSync(socket).mode & 0o777, 0o660);
    assert.notDeepEqual(network_sockets(readFileSync(join(folder, 'pid'), 'utf8').trim()), [], 'nginx is on the network');
    assert.deepEqual(network_sockets(String(server.pid)), [], 'the server is not');
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
