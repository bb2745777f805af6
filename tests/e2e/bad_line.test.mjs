// Submissions with files over a line on which everything goes wrong, by a browser that is killed now and then: what was
// acknowledged is stored, what is stored was sent, every case is there once, and its file is what was attached.
// HUIYIN_SUBMISSIONS says how many (1), HUIYIN_SEED which chances.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { BadLine, dice } from './support/bad_line.mjs';
import { Device, keeps } from './support/device.mjs';
import { pdf, sha256 } from './support/files.mjs';
import { fills_in_everything, presses_send, reads_receipt } from './support/journey.mjs';
import { comes_to_rest } from './support/rest.mjs';
import { Server } from './support/server.mjs';

/** @typedef {import('./support/person.mjs').Person} Person */

const count = Number(process.env.HUIYIN_SUBMISSIONS ?? 1);
const random = dice(Number(process.env.HUIYIN_SEED ?? 12345));
const black_out_ms = count > 20 ? 30_000 : 2_000;
/** Between two tries lie up to five minutes, once several have failed. */
const patience_ms = 400_000;

/** The receipt, wherever it turns up; nothing when the browser died before it had kept the case to be sent.
 * @param {Person} person */
async function waits_for_receipt(person) {
    const receipt = person.finds('heading', person.t('receipt.title'));
    const kept = person.finds('button', person.t('outbox.show_receipt'));
    const waiting = person.finds('heading', person.t('outbox.title'));
    const begun = person.finds('heading', person.t('drafts.title'));
    await receipt.or(kept).or(waiting).or(begun).first().waitFor({ timeout: patience_ms });
    if ((await begun.isVisible()) && !(await waiting.or(kept).first().isVisible())) return gives_up_draft(person);
    await person.until(async () => {
        // Several tries in vain make long pauses, which nobody sits through who can press a button.
        await person.finds('button', person.t('outbox.now')).click({ timeout: 2000 }).catch(() => undefined);
        return receipt.or(kept).first().waitFor({ timeout: 1000 }).then(() => true, () => false);
    }, 'there is a receipt', patience_ms);
    return (await kept.isVisible()) ? sees_kept_receipt(person) : leaves_receipt(person);
}

/** Of what was never sent nothing is stored. @param {Person} person */
async function gives_up_draft(person) {
    await person.clicks(person.t('drafts.delete_all'));
    await person.clicks(person.t('drafts.sure.yes'));
    await keeps(person, 0);
    return undefined;
}

/** @param {Person} person */
async function sees_kept_receipt(person) {
    await person.clicks(person.t('outbox.show_receipt'));
    return leaves_receipt(person);
}

/** Behind it, the device has nothing of the case. @param {Person} person */
async function leaves_receipt(person) {
    const receipt = await reads_receipt(person);
    await person.clicks(person.t('receipt.home'));
    await keeps(person, 0);
    return receipt;
}

/** Now and then somebody's browser dies while a case is sent; before or behind the receipt, not while it comes.
 * @param {Device} device @param {BadLine} line @param {Person} person */
async function perhaps_dies(device, line, person) {
    if (random() > 0.3) return { person, receipt: undefined };
    await pause(500 * random());
    line.tears();
    await person.finds('button', person.t('submit.sending')).waitFor({ state: 'hidden' });
    await comes_to_rest(person.page);
    const has_receipt = await person.finds('heading', person.t('receipt.title')).isVisible();
    const receipt = has_receipt ? await reads_receipt(person) : undefined;
    await device.is_killed();
    line.is_mended();
    const again = await device.starts();
    await again.opens('/');
    if (receipt) assert.deepEqual(await sees_kept_receipt(again), receipt, 'a receipt outlives the browser');
    return { person: again, receipt };
}

/** @param {Person} person @param {import('./support/files.mjs').Chosen} file */
async function submits_somehow(person, file) {
    await person.opens('/submit');
    await fills_in_everything(person, file);
    await presses_send(person);
}

/** What the person of a receipt may see. @param {Server} server @param {{number: string, code: string}} receipt */
async function opened(server, { number, code }, path = '') {
    const answer = await fetch(`${server.url}/api/v1/cases/${number}${path}`, { headers: { 'X-Access-Code': code } });
    assert.equal(answer.status, 200, `${number}${path} opens with the code of its receipt`);
    return answer;
}

/** The file of a case once all of it has come. @param {Server} server @param {Person} person @param {{number: string, code: string}} receipt */
async function file_of(server, person, receipt) {
    /** @type {{id: string, state: string} | undefined} */
    let file;
    const has_come = async () => {
        [file] = (await (await opened(server, receipt)).json()).attachments;
        return file?.state === 'stored';
    };
    await person.until(has_come, `the file of ${receipt.number} has come`, patience_ms);
    return Buffer.from(await (await opened(server, receipt, `/attachments/${file?.id}`)).arrayBuffer());
}

test(`as many cases come over a line that fails as were sent (${count})`, { timeout: 60_000 + count * patience_ms }, async () => {
    const server = await Server.start();
    const line = await BadLine.to(server, random, black_out_ms);
    const device = await Device.make(line);
    try {
        let person = await device.starts();
        /** @type {{number: string, code: string, file: import('./support/files.mjs').Chosen}[]} */
        const receipts = [];
        while (receipts.length < count) {
            const file = pdf('lamp.pdf', 10_000 + Math.floor(200_000 * random()));
            await submits_somehow(person, file);
            const after = await perhaps_dies(device, line, person);
            person = after.person;
            const receipt = after.receipt ?? (await waits_for_receipt(person));
            if (receipt) receipts.push({ ...receipt, file });
        }
        const numbers = receipts.map(({ number }) => number);
        assert.deepEqual((await server.case_numbers()).sort(), numbers.sort(), 'stored is what was acknowledged, each once');
        for (const receipt of receipts)
            assert.equal(sha256(await file_of(server, person, receipt)), sha256(receipt.file.buffer), `the file of ${receipt.number}`);
        await server.command('check');
        assert.ok(line.met.some((fate) => fate !== 'whole'), 'something went wrong on the line');
        console.log(`what became of the requests: ${line.met.join(' ')}`);
    } catch (error) {
        console.error(`${line.met.join(' ')}\n${await device.shows()}`);
        throw error;
    } finally {
        await device.is_given_away();
        await line.stop();
        await server.stop();
    }
});
