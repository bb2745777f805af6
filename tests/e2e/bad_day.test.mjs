// The outside fails in every way: a sentence says so, nothing typed is lost, and trying again never makes a
// second case.
import assert from 'node:assert/strict';
import { fills_in_everything, presses_send, reads_receipt, story_of } from './support/journey.mjs';
import { portal_tests } from './support/portal_tests.mjs';

const portal_test = portal_tests();

const submissions = '**/api/v1/cases';
/** The browser notes every failed request by itself. */
const failed_request = /Failed to load resource/;
/** @type {import('./support/browser.mjs').Visit & {complaints: RegExp[], own_server: boolean}} */
const bad_day = { size: 'phone', complaints: [failed_request], own_server: true };

/** @typedef {import('./support/portal_tests.mjs').Stage} Stage */
/** @typedef {import('playwright-core').Route} Route */

/** Answers the next submission in this way, later ones as they come.
 * @param {Stage} stage @param {(route: Route) => Promise<unknown>} how */
async function next_submission(stage, how) {
    await stage.page.route(submissions, how, { times: 1 });
}

/** @param {Stage} stage @param {string} sentence key of what the person reads */
async function sees_failure(stage, sentence) {
    const { person } = stage;
    await person.sees(person.t(sentence));
    await person.sees(story_of(person).description);
}

/** A case that waits for the connection is sent by itself, if nobody is faster. @param {Stage} stage */
async function is_sent_by_itself({ person, server }) {
    person.clicks(person.t('outbox.now')).catch(() => undefined);
    const { number } = await reads_receipt(person);
    assert.deepEqual(await server.case_numbers(), [number]);
}

/** @param {Stage} stage @param {number} [cases] that exist then */
async function tries_again(stage, cases = 1) {
    await presses_send(stage.person);
    const { number } = await reads_receipt(stage.person);
    const numbers = await stage.server.case_numbers();
    assert.deepEqual(numbers, [number]);
    assert.equal(numbers.length, cases);
}

/** @type {Record<string, {answer: (route: Route) => Promise<unknown>, sentence: string}>} */
const answers = {
    'an inner failure': {
        answer: (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"code":"internal"}' }),
        sentence: 'error.server',
    },
    'a page in place of an answer': {
        answer: (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome to the Wi-Fi</h1>' }),
        sentence: 'error.bad_answer',
    },
    'half an answer': {
        answer: (route) => route.fulfill({ status: 201, contentType: 'application/json', body: '{"number": "HY2026' }),
        sentence: 'error.bad_answer',
    },
    'an overloaded hotline': {
        answer: (route) => route.fulfill({ status: 503, body: '' }),
        sentence: 'error.server',
    },
    'too many tries': {
        answer: (route) =>
            route.fulfill({ status: 429, contentType: 'application/problem+json', body: '{"status":429,"code":"too_many_requests"}' }),
        sentence: 'error.too_many',
    },
    'a connection that is lost on the way': {
        answer: (route) => route.abort('connectionreset'),
        sentence: 'outbox.waiting',
    },
    'an answer that is lost after the case was taken in': {
        answer: async (route) => {
            await route.fetch();
            await route.abort('connectionreset');
        },
        sentence: 'outbox.waiting',
    },
    'an answer that becomes nonsense after the case was taken in': {
        answer: async (route) => route.fulfill({ response: await route.fetch(), body: '\u0000\u0001' }),
        sentence: 'error.bad_answer',
    },
};

for (const [what, { answer, sentence }] of Object.entries(answers)) {
    portal_test(`${what} costs nothing`, bad_day, async (stage) => {
        await stage.person.opens('/submit');
        await fills_in_everything(stage.person);
        await next_submission(stage, answer);
        await presses_send(stage.person);
        await sees_failure(stage, sentence);
        await (sentence === 'outbox.waiting' ? is_sent_by_itself(stage) : tries_again(stage));
    });
}

portal_test('a server that dies while a case is sent costs nothing', bad_day, async (stage) => {
    await stage.person.opens('/submit');
    await fills_in_everything(stage.person);
    await next_submission(stage, async (route) => {
        await stage.server.kill();
        await route.continue();
    });
    await presses_send(stage.person);
    await sees_failure(stage, 'outbox.waiting');
    await stage.server.run();
    await is_sent_by_itself(stage);
});

portal_test('a server that dies behind the commit costs nothing', bad_day, async (stage) => {
    await stage.person.opens('/submit');
    await fills_in_everything(stage.person);
    await next_submission(stage, async (route) => {
        await route.fetch();
        await stage.server.kill();
        await route.abort('connectionreset');
    });
    await presses_send(stage.person);
    await sees_failure(stage, 'outbox.waiting');
    await stage.person.reloads_in_vain();
    await stage.server.run();
    await stage.person.opens('/submit/check');
    await is_sent_by_itself(stage);
});

portal_test('being offline costs nothing', bad_day, async (stage) => {
    await stage.person.opens('/submit');
    await fills_in_everything(stage.person);
    await stage.context.setOffline(true);
    await presses_send(stage.person);
    await sees_failure(stage, 'outbox.waiting');
    await stage.context.setOffline(false);
    await is_sent_by_itself(stage);
});

portal_test('an answer that does not come is said to be slow', bad_day, async (stage) => {
    await stage.page.clock.install();
    await stage.person.opens('/submit');
    await fills_in_everything(stage.person);
    /** @type {() => void} */
    let arrives = () => undefined;
    const arrived = new Promise((resolve) => (arrives = () => resolve(undefined)));
    await next_submission(stage, async () => arrives());
    await presses_send(stage.person);
    await arrived;
    await stage.page.clock.fastForward(60_000);
    await sees_failure(stage, 'outbox.waiting');
    await is_sent_by_itself(stage);
});

portal_test('pressing twice sends once', bad_day, async (stage) => {
    await stage.person.opens('/submit');
    await fills_in_everything(stage.person);
    await stage.person.finds('button', stage.person.t('submit.send')).dblclick();
    await reads_receipt(stage.person);
    assert.equal((await stage.server.case_numbers()).length, 1);
});
