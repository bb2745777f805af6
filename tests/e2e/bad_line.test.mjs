// Submissions over a line on which everything goes wrong, by a browser that is killed now and then: what was
// acknowledged is stored, what is stored was sent, and every case is there once.
// HUIYIN_SUBMISSIONS says how many (1), HUIYIN_SEED which chances.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { BadLine, dice } from './support/bad_line.mjs';
import { Device } from './support/device.mjs';
import { fills_in_everything, presses_send, reads_receipt } from './support/journey.mjs';
import { Server } from './support/server.mjs';

/** @typedef {import('./support/person.mjs').Person} Person */

const count = Number(process.env.HUIYIN_SUBMISSIONS ?? 1);
const random = dice(Number(process.env.HUIYIN_SEED ?? 12345));
const black_out_ms = count > 20 ? 30_000 : 2_000;
const patience_ms = 90_000;

/** The receipt, wherever it turns up; nothing when the browser died before it had kept the case to be sent.
 * @param {Person} person */
async function waits_for_receipt(person) {
    const receipt = person.finds('heading', person.t('receipt.title'));
    const kept = person.finds('button', person.t('outbox.show_receipt'));
    const waiting = person.finds('heading', person.t('outbox.title'));
    const begun = person.finds('heading', person.t('drafts.title'));
    await receipt.or(kept).or(waiting).or(begun).first().waitFor({ timeout: patience_ms });
    if ((await begun.isVisible()) && !(await waiting.or(kept).first().isVisible())) return undefined;
    await receipt.or(kept).first().waitFor({ timeout: patience_ms });
    if (await kept.isVisible()) await kept.click();
    return reads_receipt(person);
}

/** @param {Device} device @param {Person} person */
async function perhaps_dies(device, person) {
    if (random() > 0.3) return person;
    await pause(500 * random());
    await device.is_killed();
    const again = await device.starts();
    await again.opens('/');
    return again;
}

/** Whatever stands in the way of a first page. @param {Person} person */
async function submits_somehow(person) {
    await person.opens('/submit');
    await fills_in_everything(person);
    await presses_send(person);
}

test(`as many cases come over a line that fails as were sent (${count})`, { timeout: 60_000 + count * patience_ms }, async () => {
    const server = await Server.start();
    const line = await BadLine.to(server, random, black_out_ms);
    const device = await Device.make(line);
    try {
        let person = await device.starts();
        const receipts = [];
        while (receipts.length < count) {
            await submits_somehow(person);
            person = await perhaps_dies(device, person);
            const receipt = await waits_for_receipt(person);
            if (receipt) receipts.push(receipt);
        }
        const numbers = receipts.map(({ number }) => number);
        assert.deepEqual((await server.case_numbers()).sort(), numbers.sort(), 'stored is what was acknowledged, each once');
        for (const { number, code } of receipts) {
            const answer = await fetch(`${server.url}/api/v1/cases/${number}`, { headers: { 'X-Access-Code': code } });
            assert.equal(answer.status, 200, `${number} opens with the code of its receipt`);
        }
        await server.command('check');
        assert.ok(line.met.some((fate) => fate !== 'whole'), 'something went wrong on the line');
        console.log(`what became of the requests: ${line.met.join(' ')}`);
    } finally {
        await device.is_given_away();
        await line.stop();
        await server.stop();
    }
});
