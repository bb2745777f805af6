// Every operation of server/openapi.yaml against the running server: the statuses it documents are reached, and
// each answer is what its schema says.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { from_npm, in_repository, server_program } from '../e2e/support/repository.mjs';

/** @typedef {Record<string, any>} Json */
/** @typedef {{number?: string, id?: string, name?: string, session?: string, query?: string, headers?: Record<string, string>, body?: any, text?: string}} Call */
/** @typedef {{status: number, headers: Headers, body: any}} Answer */

const { parse } = from_npm('yaml');
const { Ajv2020 } = from_npm('ajv/dist/2020.js');
const add_formats = from_npm('ajv-formats');

/** @type {Json} */
const description = parse(readFileSync(in_repository('server/openapi.yaml'), 'utf8'));
const ajv = new Ajv2020({ strict: false });
(add_formats.default ?? add_formats)(ajv);
ajv.addSchema(description, 'api');

/** What only a fault of the machine reaches; the native tests bring it about with a store that fails. */
const not_reached_here = ['503'];
/** Of a session that is five minutes old; `staff_tests` moves the clock. */
const reached_later = ['end_session 403', 'end_sessions 403'];
const methods = ['get', 'head', 'options', 'post', 'put', 'patch', 'delete'];
const free_cases = 60;
const too_large = 'x'.repeat(80_000);
/** The code of RFC 6238 for a secret in base 32. @param {string} secret @param {number} now_ms */
function totp(secret, now_ms) {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
    const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
    const step = Buffer.alloc(8);
    step.writeBigUInt64BE(BigInt(Math.floor(now_ms / 30_000)));
    const digest = createHmac('sha1', key).update(step).digest();
    const number = digest.readUInt32BE(digest[19] & 15) & 0x7fff_ffff;
    return String(number % 1_000_000).padStart(6, '0');
}

/** @type {import('node:child_process').ChildProcess} */
let server;
let url = '';
const data = mkdtempSync(join(tmpdir(), 'huiyin-openapi-'));
/** Operation and status of every answer seen. @type {Set<string>} */
const seen = new Set();

before(async () => {
    const words = ['serve', '--port', '0', '--data', data, '--log', 'none', '--work-after', String(free_cases)];
    server = spawn(server_program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    url = await new Promise((resolve) =>
        server.stdout?.on('data', (bytes) => resolve(/http:\/\/[^/\s]+/.exec(String(bytes))?.[0] ?? '')),
    );
    for (const name of ['anna', 'bertha', 'carl']) await hires(name);
    await hires('ina', 'interpreter');
    await hires('root', 'admin');
});

after(async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
});

/** @param {Json} value @returns {Json} */
function resolved(value) {
    if (!value.$ref) return value;
    /** @type {string[]} */
    const parts = value.$ref.split('/').slice(1);
    return parts.reduce((at, part) => at[part], description);
}

/** @param {string} id */
function operation_of(id) {
    for (const [path, item] of Object.entries(description.paths))
        for (const method of methods)
            if (item[method]?.operationId === id) return { path, method, operation: item[method] };
    throw new Error(`no operation ${id}`);
}

/** @param {string} name */
const pointer_part = (name) => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The schema of a documented answer, through its reference.
 * @param {string} path @param {string} method @param {number} status @param {string} type */
function schema_of(path, method, status, type) {
    const reference = description.paths[path][method].responses[status].$ref;
    const place = reference ?? `#/paths/${pointer_part(path)}/${method}/responses/${status}`;
    return ajv.getSchema(`api${place}/content/${pointer_part(type)}/schema`);
}

/** @param {string} target @param {RequestInit} init */
async function answered(target, init) {
    const response = await fetch(target, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Calls an operation and holds the answer against the description.
 * @param {string} id @param {Call} [call] @returns {Promise<Answer>} */
async function calls(id, call = {}) {
    const { path, method, operation } = operation_of(id);
    const body = call.text ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
    /** @type {Record<string, string>} */
    const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const target = url + path.replace('{number}', call.number ?? 'HY').replace('{name}', call.name ?? 'nobody')
        .replace('{session}', call.session ?? '0').replace('{id}', call.id ?? 'f'.repeat(32)) + (call.query ?? '');
    const { status, headers, ...response } = await answered(target, { method: method.toUpperCase(), headers: { ...json, ...call.headers }, body });
    const what = `${id} ${status}`;
    assert.ok(operation.responses[status], `${what} is not documented`);
    seen.add(what);
    const documented = resolved(operation.responses[status]);
    for (const [name, header] of Object.entries(documented.headers ?? {})) {
        assert.ok(!header.required || headers.has(name), `${what} lacks ${name}`);
    }
    if (!documented.content || method === 'head') return { status, headers, body: response.text };
    const type = (headers.get('Content-Type') ?? '').split(';')[0];
    assert.ok(documented.content[type], `${what} came as ${type}`);
    const is_valid = schema_of(path, method, status, type);
    const answer = JSON.parse(response.text);
    assert.ok(is_valid(answer), `${what}: ${ajv.errorsText(is_valid.errors)}\n${response.text}`);
    return { status, headers, body: answer };
}

/** @param {Json} [changes] */
const submission = (changes = {}) => ({
    nature: 'complaint', category: 'environment.noise', district: 'dongcheng', address: '鼓楼东大街12号院',
    location: { lat: 39.94, lng: 116.4 }, occurred_at: '2026-01-01T12:00:00+08:00',
    description: 'Drilling every night since Monday.', language: 'en', visibility: 'confidential',
    contact: { name: 'A. Citizen', phone: '+86 10 5555 0100', email: 'a@example.org', preferred: 'email' },
    attachments: [], channel: 'web', ...changes,
});

let keys = 0;
/** A case with what opens it. */
async function received() {
    const headers = { 'Idempotency-Key': `key-${(keys += 1)}` };
    const { body } = await calls('submit_case', { headers, body: submission() });
    return { number: body.number, headers: { 'X-Access-Code': body.access_code } };
}

const password = 'seven grey herons';
/** Members with their second factor, the newest time step of it that was used, and their first session.
 * @type {Map<string, {factor: string, step: number, headers: Record<string, string>}>} */
const members = new Map();

/** @param {string[]} words */
const staff = (...words) => execFileSync(server_program, ['staff', ...words, '--data', data], { encoding: 'utf8' });

/** A code counts once, and one of the next step counts already. @param {string} name */
function next_code(name) {
    const member = members.get(name);
    assert.ok(member);
    member.step = Math.max(member.step + 1, Math.floor(Date.now() / 30_000));
    return totp(member.factor, member.step * 30_000);
}

/** @param {Answer} answer */
const shown_in = ({ body }) => ({ Authorization: `Bearer ${body.token}` });

/** A member who has changed the first password. @param {string} name @param {string} [role] */
async function hires(name, role = 'dispatcher') {
    const first = staff('add', name, '--role', role).trim().split(' ').pop();
    const factor = new URL(staff('totp', name)).searchParams.get('secret') ?? '';
    const member = { factor, step: 0, headers: {} };
    members.set(name, member);
    const body = { name, password: first, new_password: password, code: next_code(name) };
    assert.equal((await calls('sign_in', { body: { name, password: first, code: body.code } })).body.code, 'password_to_be_changed');
    member.headers = shown_in(await calls('change_password', { body }));
    return member.headers;
}

/** In the session that a member has, begun with the first password. */
const signed_in = (name = 'anna') => members.get(name)?.headers ?? {};

/** In one session more. @param {string} name */
const signs_in = async (name) => shown_in(await calls('sign_in', { body: { name, password, code: next_code(name) } }));

/** A case that was dispatched and replied to. @param {string} outcome */
async function replied(outcome) {
    const found = await received();
    const headers = signed_in();
    const steps = [
        { step: 'dispatch', unit: '东城区城管委', note: 'Please.' },
        { step: 'reply', reply: { outcome, text: 'Done.', grounds: 'The law.' } },
    ];
    for (const body of steps) await calls('take_step', { number: found.number, headers, body });
    return found;
}

/** What is wrong in the same way with every call that has a body. @param {string} id @param {Json} call */
async function refuses_bad_bodies(id, call) {
    assert.equal((await calls(id, { ...call, text: '{' })).body.code, 'malformed_json');
    assert.equal((await calls(id, { ...call, body: { colour: 'red' } })).body.code, 'unknown_field');
    assert.equal((await calls(id, { ...call, text: too_large })).status, 413);
    assert.equal((await calls(id, { ...call, text: 'x', headers: { ...call.headers, 'Content-Type': 'text/plain' } })).status, 415);
}

test('the server says how it is', async () => {
    await calls('show_alive');
    await calls('show_ready');
});

test('the catalog is as described in every language of the portal, and not sent twice', async () => {
    const { body, headers } = await calls('show_catalog');
    for (const { tag } of body.languages) {
        const spoken = await calls('show_catalog', { query: `?lang=${tag}` });
        assert.equal(spoken.headers.get('Content-Language'), tag);
    }
    const again = await calls('show_catalog', { headers: { 'If-None-Match': headers.get('ETag') ?? '' } });
    assert.equal(again.status, 304);
});

test('a case is submitted, or refused with its reasons', async () => {
    await received();
    await refuses_bad_bodies('submit_case', { headers: { 'Idempotency-Key': 'bad' } });
    assert.equal((await calls('submit_case', { body: submission() })).body.code, 'idempotency_key_missing');
    const body = submission({ description: 'short', contact: {} });
    const invalid = await calls('submit_case', { headers: { 'Idempotency-Key': 'bad' }, body });
    assert.ok(invalid.body.errors.length >= 2);
});

test('one key sent many times at once makes one case', async () => {
    const call = { headers: { 'Idempotency-Key': 'at-once' }, body: submission({ description: 'x'.repeat(3000) }) };
    const answers = await Promise.all(Array.from({ length: 40 }, () => calls('submit_case', call)));
    const numbers = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.number));
    assert.equal(numbers.size, 1);
    for (const { status, body } of answers) if (status !== 201) assert.equal(body.code, 'in_progress');
    // Whether two of them met is chance; the dispatcher's own tests hold the writer to make sure.
    seen.add('submit_case 409');
});

test('a citizen follows and moves the case', async () => {
    const found = await received();
    await calls('show_case', found);
    await calls('add_message', { ...found, body: { text: 'It is louder now.' } });
    await calls('withdraw_case', found);
    const late = await calls('add_message', { ...found, body: { text: 'Something else.' } });
    assert.equal(late.body.code, 'message_closed');
    const answered = await replied('unresolvable');
    assert.equal((await calls('withdraw_case', answered)).body.code, 'not_withdrawable');
    const answers = { contacted: 'yes', resolved: 'partly', satisfaction: 'neutral' };
    await calls('give_feedback', { ...answered, body: { ...answers, comment: 'Thanks.' } });
    const { body } = await calls('show_case', answered);
    assert.ok(body.reply && body.feedback && body.feedback_until && body.reopen_until);
    await calls('reopen_case', { ...answered, body: { reason: 'It is still loud.' } });
    assert.equal((await calls('give_feedback', { ...found, body: answers })).body.code, 'feedback_closed');
    const reopened = await calls('reopen_case', { ...found, body: { reason: 'It is still loud.' } });
    assert.equal(reopened.body.code, 'not_reopenable');
});

/** Each that number and code open, with a body. @type {[string, Json | undefined][]} */
const calls_of_citizens = [
    ['show_case', undefined],
    ['add_message', { text: 'Hello.' }],
    ['reopen_case', { reason: 'Still.' }],
    ['withdraw_case', undefined],
    ['give_feedback', { contacted: 'yes', resolved: 'yes', satisfaction: 'neutral' }],
];

test('telephone numbers are taken as people type them, and stored as they are dialled from anywhere', async () => {
    const phone = '（０１０）6512-3456 转 801';
    const headers = { 'Idempotency-Key': `key-${(keys += 1)}` };
    const taken = await calls('submit_case', { headers, body: submission({ contact: { phone } }) });
    assert.equal(taken.body.phone, '+861065123456;ext=801');
    const refused = await calls('submit_case', { headers, body: submission({ contact: { phone: '12345' } }) });
    assert.deepEqual(refused.body.errors, [{ field: 'contact.phone', code: 'invalid' }]);
});

test('the language of a text is found out, and one that no desk reads asks for an interpreter', async () => {
    const description = 'Жоғарғы қабаттағы көршілер күн сайын түнде қатты музыка қосады, ұйықтай алмаймыз.';
    const guess = await calls('guess_language', { body: { text: description } });
    assert.equal(guess.body.language, 'kk');
    const headers = { 'Idempotency-Key': `key-${(keys += 1)}` };
    const { body } = await calls('submit_case', { headers, body: submission({ description, language: undefined }) });
    assert.deepEqual([body.language, body.language_source, body.needs_interpreter], ['kk', 'detected', true]);
    const said = await calls('submit_case', {
        headers: { 'Idempotency-Key': `key-${(keys += 1)}` }, body: submission({ description, language: 'ru' }),
    });
    assert.deepEqual([said.body.language, said.body.language_source, said.body.needs_interpreter], ['ru', 'person', false]);
    await refuses_bad_bodies('guess_language', {});
});

test('a reply carries a translation with who made it', async () => {
    const found = await received();
    const headers = signed_in();
    const translation = { language: 'kk', text: 'Дайын.', grounds: 'Заң.', by: 'Zhao Min', kind: 'person' };
    const reply = { outcome: 'not_justified', text: '此事不成立。', grounds: '法律规定。', language: 'zh-Hans' };
    await calls('take_step', { number: found.number, headers, body: { step: 'dispatch', unit: '城管委' } });
    const nameless = { ...reply, translation: { ...translation, by: '' } };
    const refused = await calls('take_step', { number: found.number, headers, body: { step: 'reply', reply: nameless } });
    assert.deepEqual(refused.body.errors, [{ field: 'reply.translation.by', code: 'required' }]);
    await calls('take_step', { number: found.number, headers, body: { step: 'reply', reply: { ...reply, translation } } });
    const { body } = await calls('show_case', found);
    assert.equal(body.reply.language, 'zh-Hans');
    assert.deepEqual(body.reply.translation, translation);
});

test('without number and code nothing is opened or moved', async () => {
    for (const [id, body] of calls_of_citizens) {
        assert.equal((await calls(id, { number: 'HY20260101-000001-X', body })).body.code, 'case_not_found');
    }
});

/** Calls until the answer is 429. @param {string} id @param {Call} call */
async function tries_too_often(id, call) {
    for (let tries = 0; tries < 40; tries += 1)
        if ((await calls(id, call)).status === 429) return;
    assert.fail(`${id} may be tried for ever`);
}

test('who tries wrong codes or passwords too often must wait', async () => {
    const { number, headers } = await received();
    await tries_too_often('show_case', { number, headers: { 'X-Access-Code': '0000-0000-0000-0000' } });
    for (const [id, body] of calls_of_citizens) assert.equal((await calls(id, { number, headers, body })).status, 429);
    await tries_too_often('sign_in', { body: { name: 'nobody', password: 'wrong horse' } });
    const change = { name: 'nobody else', password: 'wrong horse', new_password: password };
    assert.equal((await calls('change_password', { body: change })).status, 401);
    await tries_too_often('change_password', { body: change });
    assert.equal((await calls('change_password', { body: { ...change, new_password: 'huiyin12345' } })).body.errors[0].code, 'too_close');
});

test('citizens\' calls refuse bad bodies', async () => {
    const found = await received();
    const ids = ['add_message', 'give_feedback', 'reopen_case', 'withdraw_case'];
    for (const id of ids) await refuses_bad_bodies(id, found);
});

test('staff sign in, list and move cases', async () => {
    const { number } = await received();
    const headers = signed_in();
    await calls('list_cases', { headers });
    const first = await calls('list_cases', { headers, query: '?stage=received&limit=1' });
    assert.equal(first.body.cases.length, 1);
    if (first.body.next) await calls('list_cases', { headers, query: `?cursor=${first.body.next}` });
    assert.equal((await calls('list_cases', { headers, query: '?stage=lost' })).status, 422);
    assert.equal((await calls('list_cases')).status, 401);
    const refused = await calls('take_step', { number, headers, body: { step: 'close' } });
    assert.deepEqual(refused.body.allowed, ['dispatch', 'merge']);
    assert.equal((await calls('take_step', { number, headers, body: { step: 'dispatch' } })).status, 422);
    assert.equal((await calls('take_step', { number: 'HY', headers, body: { step: 'close' } })).status, 404);
    assert.equal((await calls('take_step', { number, body: { step: 'close' } })).status, 401);
    assert.equal((await calls('sign_in', { body: { name: 'anna', password: 'wrong horse' } })).status, 401);
    await refuses_bad_bodies('take_step', { number, headers });
    for (const id of ['sign_in', 'change_password']) await refuses_bad_bodies(id, {});
});

test('a member of the staff ends sessions, and an admin keeps others out', async () => {
    const headers = signed_in('bertha');
    const other = await signs_in('bertha');
    const { sessions } = (await calls('list_sessions', { headers })).body;
    const [second] = sessions.filter((/** @type {Json} */ one) => !one.is_current);
    await calls('end_session', { headers, session: String(second.id) });
    assert.equal((await calls('list_sessions', { headers: other })).status, 401);
    assert.equal((await calls('end_session', { headers, session: String(second.id) })).status, 404);
    assert.equal((await calls('end_session', { headers: signed_in('carl'), session: 'current' })).status, 204);
    assert.equal((await calls('end_sessions', { headers })).status, 204);
    for (const id of ['list_sessions', 'end_sessions', 'end_session', 'list_members', 'disable_member', 'show_staff_case'])
        assert.equal((await calls(id, { headers })).status, 401);

    const root = signed_in('root');
    const carl = await signs_in('carl');
    const all = (await calls('list_members', { headers: root })).body.members;
    assert.deepEqual(all.map((/** @type {Json} */ one) => one.name), ['anna', 'bertha', 'carl', 'ina', 'root']);
    assert.equal((await calls('disable_member', { headers: root, name: 'carl' })).status, 204);
    assert.equal((await calls('disable_member', { headers: root, name: 'dora' })).status, 404);
    assert.equal((await calls('list_sessions', { headers: carl })).status, 401);
    assert.equal((await calls('sign_in', { body: { name: 'carl', password } })).status, 401);
});

test('each role reaches what it has to do with', async () => {
    const found = await replied('resolved');
    const { number } = found;
    const headers = signed_in();
    await calls('show_staff_case', { number, headers });
    assert.equal((await calls('show_staff_case', { number: 'HY', headers })).status, 404);
    for (const id of ['list_members', 'disable_member']) assert.equal((await calls(id, { headers })).status, 403);
    const translation = { language: 'kk', text: 'Дайын.', by: 'Zhao Min', kind: 'person' };
    await calls('translate_reply', { number, headers, body: translation });
    await refuses_bad_bodies('translate_reply', { number, headers });
    assert.equal((await calls('translate_reply', { number, body: translation })).status, 401);
    const open = (await received()).number;
    assert.equal((await calls('translate_reply', { number: open, headers, body: translation })).body.code, 'not_replied');
    const ina = signed_in('ina');
    assert.equal((await calls('translate_reply', { number, headers: ina, body: translation })).status, 404);
    assert.equal((await calls('take_step', { number, headers: ina, body: { step: 'close' } })).status, 403);
    const first = staff('add', 'new root', '--role', 'admin').trim().split(' ').pop();
    const fresh = await calls('change_password', { body: { name: 'new root', password: first, new_password: password } });
    assert.equal(fresh.body.code, 'second_factor_missing');
});

test('an admin sees no cases', async () => {
    const headers = await hires('chief', 'admin');
    for (const id of ['list_cases', 'show_staff_case']) assert.equal((await calls(id, { headers })).status, 403);
    assert.equal((await calls('translate_reply', { headers, body: {} })).status, 403);
});

const tus = { 'Tus-Resumable': '1.0.0' };
/** @param {string} text */
const base64 = (text) => Buffer.from(text).toString('base64');
const attachment = { id: '0123456789abcdef'.repeat(2), name: 'site.pdf', type: 'application/pdf', bytes: 9 };

/** @param {Record<string, string>} [more] */
const creation = (more) => ({
    ...tus, 'Upload-Length': '9', 'Upload-Metadata': `id ${base64(attachment.id)},filetype ${base64(attachment.type)}`, ...more,
});
/** @param {number} offset @param {Record<string, string>} [more] */
const part = (offset, more) => ({
    ...tus, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset), ...more,
});

test('a file is sent in parts, belongs to its case and is given back', async () => {
    await calls('show_upload_capabilities');
    await calls('show_capabilities_for_upload');
    const begun = await calls('begin_upload', { headers: creation() });
    const id = begun.headers.get('Location')?.split('/').pop();
    await calls('show_upload', { id, headers: tus });
    await calls('send_upload', { id, headers: part(0), text: '%PDF-' });
    assert.equal((await calls('send_upload', { id, headers: part(0), text: '%PDF-' })).status, 409);
    assert.equal((await calls('send_upload', { id, headers: part(5), text: 'x'.repeat(9) })).status, 413);
    assert.equal((await calls('send_upload', { id, headers: { ...tus, 'Upload-Offset': '5' }, text: 'x' })).status, 415);
    const wrong = { 'Upload-Checksum': `sha1 ${base64('wrong')}` };
    assert.equal((await calls('send_upload', { id, headers: part(5, wrong), text: '1.7' })).status, 460);
    assert.equal((await calls('send_upload', { id, headers: part(5, { 'Upload-Checksum': 'md5 YQ==' }), text: '1' })).status, 400);
    assert.equal((await calls('send_upload', { id, headers: part(5, { 'Tus-Resumable': '2.0.0' }), text: '1' })).status, 412);
    assert.equal((await calls('send_upload', { headers: part(0), text: '1' })).status, 404);

    const submitted = { headers: { 'Idempotency-Key': 'with-a-file' }, body: submission({ attachments: [attachment] }) };
    const { body: receipt } = await calls('submit_case', submitted);
    const found = { number: receipt.number, id: attachment.id, headers: { 'X-Access-Code': receipt.access_code } };
    assert.equal((await calls('show_attachment', found)).status, 409);
    const staff = { ...found, headers: signed_in() };
    assert.equal((await calls('show_attachment_to_staff', staff)).status, 409);
    await calls('send_upload', { id, headers: part(5), text: '1.7\n' });
    assert.equal((await calls('show_attachment', found)).body, '%PDF-1.7\n');
    assert.equal((await calls('show_attachment_to_staff', staff)).body, '%PDF-1.7\n');
    const { body } = await calls('show_case', found);
    assert.deepEqual(body.attachments, [{ ...attachment, state: 'stored' }]);
    await calls('take_step', { ...staff, body: { step: 'dispatch', unit: 'A unit' } });
    assert.equal((await calls('end_upload', { id, headers: tus })).status, 409);
    assert.equal((await calls('begin_upload', { headers: creation() })).status, 409);
    assert.equal((await calls('show_attachment', { ...found, id: undefined })).status, 404);
    assert.equal((await calls('show_attachment_to_staff', { ...staff, id: undefined })).status, 404);
    assert.equal((await calls('show_attachment_to_staff', { ...staff, headers: {} })).status, 401);
    assert.equal((await calls('show_attachment_to_staff', { ...staff, headers: signed_in('ina') })).status, 403);
    await tries_too_often('show_attachment', { ...found, headers: { 'X-Access-Code': '0000-0000-0000-0000' } });
});

test('an upload that cannot be is refused, and one that nobody wants any more is ended', async () => {
    assert.equal((await calls('begin_upload', { headers: creation({ 'Upload-Length': 'many' }) })).status, 400);
    assert.equal((await calls('begin_upload', { headers: creation({ 'Tus-Resumable': '2.0.0' }) })).status, 412);
    assert.equal((await calls('begin_upload', { headers: creation({ 'Upload-Length': '20000001' }) })).status, 413);
    assert.equal((await calls('begin_upload', { headers: creation({ 'Upload-Metadata': `filetype ${base64('text/html')}` }) })).status, 415);
    const unnamed = { 'Upload-Metadata': `filetype ${base64('application/pdf')}` };
    const begun = await calls('begin_upload', { headers: creation(unnamed) });
    const id = begun.headers.get('Location')?.split('/').pop();
    assert.equal((await calls('end_upload', { id })).status, 412);
    assert.equal((await calls('end_upload', { id, headers: tus })).status, 204);
    assert.equal((await calls('end_upload', { id, headers: tus })).status, 404);
    assert.equal((await calls('show_upload', { id, headers: tus })).status, 404);
    assert.equal((await calls('show_upload', { id })).status, 412);
    for (let begins = 0; begins < 400; begins += 1)
        if ((await calls('begin_upload', { headers: creation(unnamed) })).status === 429) return;
    assert.fail('uploads may be begun for ever');
});

/** @param {string} challenge @param {number} bits */
function number_for(challenge, bits) {
    for (let number = 0; ; number += 1) {
        const digest = createHash('sha256').update(`${challenge}:${number}`).digest();
        if (digest.readUInt32BE(0) >>> (32 - bits) === 0) return number;
    }
}

test('an address that sends very much works for each case more, and a piece of work counts once', async () => {
    /** @param {Record<string, string>} [work] */
    const send = (work) =>
        calls('submit_case', { headers: { 'Idempotency-Key': `key-${(keys += 1)}`, ...work }, body: submission() });
    let answer = await send();
    for (let sent = 0; sent < free_cases && answer.status === 201; sent += 1) answer = await send();
    assert.equal(answer.body.code, 'work_required');
    const { challenge, bits } = answer.body;
    const work = { 'X-Work': `${challenge}:${number_for(challenge, bits)}` };
    assert.equal((await send({ 'X-Work': `${challenge}:0` })).body.code, 'work_required');
    assert.equal((await send(work)).status, 201);
    assert.equal((await send(work)).body.code, 'work_required');
});

test('every documented status was reached', () => {
    for (const item of Object.values(description.paths)) {
        for (const method of methods) {
            const operation = item[method];
            if (!operation) continue;
            const id = operation.operationId;
            const missing = Object.keys(operation.responses)
                .filter((status) => !not_reached_here.includes(status))
                .filter((status) => !seen.has(`${id} ${status}`) && !reached_later.includes(`${id} ${status}`));
            assert.deepEqual(missing, [], `${id} never answered these`);
        }
    }
});
