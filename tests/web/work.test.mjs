// When very much is sent, what waits in the outbox is sent with the work that the server asks for.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { askWithWork } from '../../web/work.js';

globalThis.location = /** @type {any} */ ({ origin: 'https://12345.example' });

const question = { method: 'POST', target: '/api/v1/cases', headers: /** @type {[string, string][]} */ ([['A', 'b']]), body: '{}', timeoutMs: 9000 };
const problem = (/** @type {Record<string, unknown>} */ more) => ({ status: 429, body: JSON.stringify({ status: 429, ...more }) });

/** Answers in turns, and keeps what was asked. @param {{ status: number, body: string }[]} answers */
function served_by(answers) {
    /** @type {RequestInit[]} */
    const asked = [];
    globalThis.fetch = /** @type {any} */ (async (/** @type {URL} */ _url, /** @type {RequestInit} */ init) => {
        asked.push(init);
        const { status, body } = answers[asked.length - 1];
        return new Response(body, { status });
    });
    return asked;
}

test('work that is asked for is done, and the same is sent with it', async () => {
    const asked = served_by([problem({ code: 'work_required', challenge: 'a.10.b', bits: 10 }), { status: 201, body: 'done' }]);
    assert.equal((await askWithWork(question)).status, 201);
    const headers = /** @type {[string, string][]} */ (asked[1].headers);
    assert.deepEqual(headers[0], ['A', 'b']);
    const [name, shown] = headers[1];
    assert.equal(name, 'X-Work');
    assert.match(shown, /^a\.10\.b:\d+$/);
    assert.equal(createHash('sha256').update(shown).digest().readUInt16BE(0) >>> 6, 0);
    assert.equal(asked[1].body, question.body);
});

for (const [what, answer] of Object.entries({
    'another refusal': problem({ code: 'too_many_tries' }),
    'more work than anybody can do': problem({ code: 'work_required', challenge: 'a', bits: 60 }),
    nonsense: { status: 429, body: '<html>' },
    'a receipt': { status: 201, body: '{}' },
}))
    test(`${what} is handed on as it came`, async () => {
        const asked = served_by([answer]);
        assert.equal((await askWithWork(question)).status, answer.status);
        assert.equal(asked.length, 1);
    });
