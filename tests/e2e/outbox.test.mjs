// A case that is sent without a network waits on the device, and is sent once when the network is back.
import assert from 'node:assert/strict';
import { Device, keeps, kept_on } from './support/device.mjs';
import { fills_in_everything, presses_send, reads_receipt, story_of } from './support/journey.mjs';
import { Person } from './support/person.mjs';
import { portal_tests } from './support/portal_tests.mjs';

const portal_test = portal_tests();
/** What native tests show as well, or what seldom changes, is tried in the long run. */
const seldom_test = process.env.HUIYIN_EVERY_LOSS ? portal_test : () => undefined;

/** The browser notes every failed request by itself. */
const cut_off = { size: /** @type {const} */ ('phone'), complaints: [/Failed to load resource/], own_server: true };

/** @typedef {import('./support/portal_tests.mjs').Stage} Stage */

/** Filled in, and sent in vain. @param {Person} person @param {() => Promise<unknown>} cut */
async function sends_in_vain(person, cut) {
    await person.opens('/submit');
    await fills_in_everything(person);
    await cut();
    await presses_send(person);
    await person.sees(person.t('outbox.waiting'));
}

/** The receipt is on the device until its page is left. @param {Person} person */
async function leaves_receipt(person) {
    await keeps(person, 1);
    await person.clicks(person.t('receipt.home'));
    await keeps(person, 0);
}

/** Of a case that was accepted while nobody looked. @param {Person} person */
async function sees_kept_receipt(person) {
    await person.sees(person.t('outbox.sent'));
    await person.clicks(person.t('outbox.show_receipt'));
    const receipt = await reads_receipt(person);
    await leaves_receipt(person);
    return receipt;
}

seldom_test('a case waits over the end of its tab, and its receipt is kept sealed until it is seen', cut_off, async ({ person, page, context, server }) => {
    await sends_in_vain(person, () => context.setOffline(true));
    const { text } = await kept_on(page);
    assert.ok(!text.includes(story_of(person).description) && !text.includes(story_of(person).name));
    await page.close();
    await context.setOffline(false);
    const later = new Person(await context.newPage(), server.url, 'en');
    await later.opens('/');
    await later.sees(later.t('outbox.sent'));
    const [number] = await server.case_numbers();
    assert.ok(number && !(await kept_on(later.page)).text.includes(number));
    assert.equal((await sees_kept_receipt(later)).number, number);
    assert.equal((await server.case_numbers()).length, 1);
    await later.opens('/');
    await later.does_not_see(later.t('outbox.title'));
});

portal_test('a case is sent by itself when the server is back, though no event tells', cut_off, async ({ person, server }) => {
    await sends_in_vain(person, () => server.kill());
    await server.run();
    const { number } = await reads_receipt(person);
    assert.deepEqual(await server.case_numbers(), [number]);
    await leaves_receipt(person);
});

/** @param {import('playwright-core').Request} request */
const is_sending = (request) => request.method() === 'POST' && new URL(request.url()).pathname === '/api/v1/cases';

/** Runs in the page. */
function hide() {
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    document.dispatchEvent(new Event('visibilitychange'));
}

portal_test('a receipt that comes while nobody looks is there when the tab has gone', cut_off, async ({ person, page, context, server }) => {
    await person.opens('/submit');
    await fills_in_everything(person);
    await page.evaluate(hide);
    await presses_send(person);
    await reads_receipt(person);
    await page.close();
    const later = new Person(await context.newPage(), server.url, 'en');
    await later.opens('/');
    const { number } = await sees_kept_receipt(later);
    assert.deepEqual(await server.case_numbers(), [number]);
});

seldom_test('two tabs never send twice', cut_off, async ({ person, context, server }) => {
    const other = new Person(await context.newPage(), server.url, 'en');
    await other.opens('/');
    await sends_in_vain(person, () => context.setOffline(true));
    await other.sees(other.t('outbox.waiting'));
    let sendings = 0;
    context.on('request', (request) => void (sendings += is_sending(request) ? 1 : 0));
    await context.setOffline(false);
    const { number } = await reads_receipt(person);
    assert.deepEqual(await server.case_numbers(), [number]);
    await leaves_receipt(person);
    await other.until(async () => (await other.page.getByText(other.t('outbox.title')).count()) === 0, 'the other tab knows');
    assert.equal(sendings, 1);
});

portal_test('a case waits over the death of browser and server and is sent at the next start', cut_off, async ({ server }) => {
    const device = await Device.make(server);
    try {
        const person = await device.starts();
        await sends_in_vain(person, () => server.kill());
        await device.is_killed();
        await server.run();
        const later = await device.starts();
        await later.opens('/');
        const { number } = await sees_kept_receipt(later);
        assert.deepEqual(await server.case_numbers(), [number]);
    } finally {
        await device.is_given_away();
    }
});

seldom_test('a case that was acknowledged behind the death of the browser is one case', cut_off, async ({ server }) => {
    const device = await Device.make(server);
    try {
        const person = await device.starts();
        await person.opens('/submit');
        await fills_in_everything(person);
        const arrived = new Promise((resolve) => {
            person.page.route('**/api/v1/cases', async (route) => {
                await route.fetch();
                resolve(undefined);
            });
        });
        await presses_send(person);
        await arrived;
        await device.is_killed();
        const later = await device.starts();
        await later.opens('/');
        const { number } = await sees_kept_receipt(later);
        assert.deepEqual(await server.case_numbers(), [number]);
    } finally {
        await device.is_given_away();
    }
});

seldom_test('a case that is refused later opens with what is wrong', cut_off, async ({ person, page, context }) => {
    await sends_in_vain(person, () => context.setOffline(true));
    const refusal = { type: 'about:blank', title: 'refused', status: 422, code: 'invalid', errors: [{ field: 'description', code: 'too_short' }] };
    await person.clicks(person.t('app.name'));
    await person.finds('button', person.t('outbox.open')).waitFor();
    await page.route('**/api/v1/cases', (route) => route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(refusal) }));
    await context.setOffline(false);
    await person.sees(person.t('outbox.refused'));
    await person.clicks(person.t('outbox.open'));
    await person.reads_heading(person.t('submit.check.title'));
    await person.finds('button', person.t('submit.send')).waitFor();
    await person.sees(/at least 10 characters/);
});
