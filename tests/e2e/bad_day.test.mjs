// The outside fails in every way: the case waits and is sent by itself, nothing typed is lost, and no try makes a
// second case.
import assert from 'node:assert/strict';
import { keeps } from './support/device.mjs';
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

/** @param {Stage} stage */
async function sees_it_wait(stage) {
    const { person } = stage;
    await person.sees(person.t('outbox.waiting'));
    await person.sees(story_of(person).description);
}

/** A case that waits for the connection is sent by itself, if nobody is faster. @param {Stage} stage */
async function is_sent_by_itself({ person, server }) {
    person.clicks(person.t('outbox.now')).catch(() => undefined);
    const { number } = await reads_receipt(person);
    assert.deepEqual(await server.case_numbers(), [number]);
}

/** @type {Record<string, (route: Route) => Promise<unknown>>} */
const answers = {
    'an inner failure': (route) =>
        route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"code":"internal"}' }),
    'a page in place of an answer': (route) =>
        route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome to the Wi-Fi</h1>' }),
    'a page that somebody in between refuses with': (route) =>
        route.fulfill({ status: 403, contentType: 'text/html', body: '<h1>Please log in</h1>' }),
    'half an answer': (route) => route.fulfill({ status: 201, contentType: 'application/json', body: '{"number": "HY2026' }),
    'an overloaded hotline': (route) => route.fulfill({ status: 503, body: '' }),
    'too many tries': (route) =>
        route.fulfill({ status: 429, contentType: 'application/problem+json', body: '{"status":429,"code":"too_many_requests"}' }),
    'a connection that is lost on the way': (route) => route.abort('connectionreset'),
    'an answer that is lost after the case was taken in': async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
    },
    'an answer that becomes nonsense after the case was taken in': async (route) =>
        route.fulfill({ response: await route.fetch(), body: '\u0000\u0001' }),
};

for (const [what, answer] of Object.entries(answers)) {
    portal_test(`${what} costs nothing`, bad_day, async (stage) => {
        await stage.person.opens('/submit');
        await fills_in_everything(stage.person);
        await next_submission(stage, answer);
        await presses_send(stage.person);
        await sees_it_wait(stage);
        await is_sent_by_itself(stage);
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
    await sees_it_wait(stage);
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
    await sees_it_wait(stage);
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
    await sees_it_wait(stage);
    await stage.context.setOffline(false);
    await is_sent_by_itself(stage);
});

portal_test('an answer that does not come is waited for no longer than a person would', bad_day, async (stage) => {
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
    await sees_it_wait(stage);
    await is_sent_by_itself(stage);
});

portal_test('pressing twice sends once', bad_day, async (stage) => {
    await stage.person.opens('/submit');
    await fills_in_everything(stage.person);
    await stage.person.finds('button', stage.person.t('submit.send')).dblclick();
    await reads_receipt(stage.person);
    assert.equal((await stage.server.case_numbers()).length, 1);
});

portal_test('a receipt is there again behind a reload, and gone once it is left', { size: 'phone' }, async ({ person }) => {
    await person.opens('/submit');
    await fills_in_everything(person);
    await presses_send(person);
    const { number, code } = await reads_receipt(person);
    await person.opens('/receipt');
    assert.deepEqual(await reads_receipt(person), { number, code });
    await person.clicks(person.t('receipt.home'));
    await keeps(person, 0);
    await person.opens('/receipt');
    await person.reads_heading(person.t('track.title'));
    await person.opens('/');
    assert.equal(await person.page.getByText(person.t('outbox.title'), { exact: true }).count(), 0);
});
