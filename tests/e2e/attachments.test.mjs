// Pictures and files with a case: chosen, pasted and dropped, made ready, sent through every break, and given back as
// they were sent.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { keeps_files, kept_on } from './support/device.mjs';
import { file_field, pdf, sha256 } from './support/files.mjs';
import { presses_send, reads_receipt, submit_pages, tracks } from './support/journey.mjs';
import { Person } from './support/person.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { server_program } from './support/repository.mjs';
import { message } from './support/words.mjs';

const portal_test = portal_tests();

/** @typedef {import('./support/portal_tests.mjs').Stage} Stage */
/** @typedef {import('./support/files.mjs').Chosen} Chosen */

/** The browser notes every failed request by itself. */
const complaints = [/Failed to load resource/, /ERR_/];
/** @type {import('./support/browser.mjs').Visit & {complaints: RegExp[], own_server: boolean}} */
const own = { size: 'phone', complaints, own_server: true };

/** A place in Beijing, as a camera writes it into a picture (Exif 2.3, 4.6.6). */
function position() {
    const text = 'Exif\0\0GPS 39.9042N 116.4074E';
    const part = Buffer.alloc(4 + text.length);
    part.writeUInt16BE(0xffe1, 0);
    part.writeUInt16BE(2 + text.length, 2);
    part.write(text, 4, 'latin1');
    return part;
}

/** A picture that a camera could have taken. @param {Stage} stage @param {string} name @returns {Promise<Chosen>} */
async function photograph({ page }, name, width = 3000, height = 1500) {
    const encoded = await page.evaluate(([w, h]) => {
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [w, h];
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
        for (let x = 0; x < w; x += 50) {
            context.fillStyle = `hsl(${x % 360} 80% 50%)`;
            context.fillRect(x, 0, 50, h);
        }
        return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
    }, [width, height]);
    const plain = Buffer.from(encoded, 'base64');
    return { name, mimeType: 'image/jpeg', buffer: Buffer.concat([plain.subarray(0, 2), position(), plain.subarray(2)]) };
}

/** ISO/IEC 14496-12, 4.2. @param {string} type @param {...(string | Buffer)} content */
function box(type, ...content) {
    const body = Buffer.concat([type, ...content].map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
    const size = Buffer.alloc(4);
    size.writeUInt32BE(4 + body.length);
    return Buffer.concat([size, body]);
}

/** The head of a picture that no browser on Linux can read, of 4032 by 3024 pixels. */
const heic = Buffer.concat([
    box('ftyp', 'heic\0\0\0\0mif1'),
    box('meta', '\0\0\0\0', box('iprp', box('ipco', box('ispe', '\0\0\0\0\0\0\x0f\xc0\0\0\x0b\xd0')))),
]);

/** What is said of a file; isolates around its name are allowed. @param {Person} person @param {string} key @param {string} file */
function words_for(person, key, file) {
    const escaped = (/** @type {string} */ text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const isolate = '[\\u2066-\\u2069]*';
    const parts = person.t(key, { file: '\n', size: '\r' }).split('\n').map((part) => escaped(part).replace('\r', '[\\s\\S]+?'));
    return new RegExp(parts.join(isolate + escaped(file) + isolate));
}

/** @param {Person} person */
async function goes_to_files(person) {
    await person.opens('/submit');
    await fills_in_up_to_files(person);
}

/** @param {Person} person */
async function fills_in_up_to_files(person) {
    for (const { title, fill, path } of submit_pages) {
        await person.reads_heading(person.t(title));
        await fill(person);
        if (path === '/submit/description') return;
        await person.clicks(person.t('submit.continue'));
    }
}

/** @param {Person} person */
async function goes_on_to_check(person) {
    await person.clicks(person.t('submit.continue'));
    for (const { title, fill } of submit_pages.slice(4)) {
        await person.reads_heading(person.t(title));
        await fill(person);
        await person.clicks(person.t('submit.continue'));
    }
    await person.reads_heading(person.t('submit.check.title'));
}

/** @param {Person} person @param {number} count of files */
async function sees_sent(person, count) {
    await person.until(async () => (await person.page.getByText(person.t('files.done'), { exact: true }).count()) === count, `${count} files are sent`);
}

/** What the server holds; a file that it ends between the list and the reading is no longer held. @param {Stage} stage */
function stored_files({ server }) {
    const folder = join(server.data, 'files');
    return readdirSync(folder).flatMap((name) => {
        try {
            return [readFileSync(join(folder, name))];
        } catch (error) {
            if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return [];
            throw error;
        }
    });
}

/** Pastes or drops a file, as the browser tells of it. @param {Stage} stage @param {'paste' | 'drop'} how @param {Chosen} file */
function gives({ page }, how, { name, mimeType, buffer }) {
    return page.evaluate(([kind, title, type, content]) => {
        const data = new DataTransfer();
        const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], title, { type }));
        const event = kind === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true })
            : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
    }, /** @type {const} */ ([how, name, mimeType, buffer.toString('base64')]));
}

portal_test('files are chosen, pasted and dropped, go with the case and come back as they were', own, async (stage) => {
    const { person, server } = stage;
    await goes_to_files(person);
    const files = [pdf('leaflet.pdf', 300_000), pdf('pasted.pdf', 50_000), pdf('dropped.pdf', 60_000)];
    await file_field(person).setInputFiles(files[0]);
    await gives(stage, 'paste', files[1]);
    await gives(stage, 'drop', files[2]);
    await sees_sent(person, 3);
    const hashes = stored_files(stage).map(sha256).sort();
    assert.deepEqual(hashes, files.map(({ buffer }) => sha256(buffer)).sort());

    await goes_on_to_check(person);
    await person.sees(/leaflet\.pdf/);
    await presses_send(person);
    const receipt = await reads_receipt(person);
    await sees_sent(person, 3);
    await tracks(person, receipt);
    const saving = person.page.waitForEvent('download');
    await person.clicks(words_for(person, 'attachments.open', 'pasted.pdf'));
    const saved = await saving;
    assert.equal(saved.suggestedFilename(), 'pasted.pdf');
    assert.equal(sha256(readFileSync(await saved.path())), sha256(files[1].buffer));
    assert.ok(!saved.url().includes(receipt.code));
    execFileSync(server_program, ['check', '--data', server.data]);
});

portal_test('a picture is taken with the camera where the browser can, and travels like any other', own, async (stage) => {
    const { person, page, context } = stage;
    await goes_to_files(person);
    const button = page.getByRole('button', { name: person.t('attachments.camera') });
    assert.equal(await button.count(), 0, 'a browser without a camera is offered none');
    // As the browsers of telephones have it.
    await context.addInitScript(() => Object.defineProperty(HTMLInputElement.prototype, 'capture', { value: '' }));
    await person.reloads();
    const opening = page.waitForEvent('filechooser');
    await button.click();
    const chooser = await opening;
    const asked = await chooser.element().evaluate((/** @type {any} */ input) => [input.getAttribute('capture'), input.accept]);
    assert.deepEqual(asked, ['environment', 'image/*']);
    const picture = await photograph(stage, 'image.jpg', 300, 200);
    await chooser.setFiles(picture);
    await sees_sent(person, 1);
    const [sent] = stored_files(stage);
    assert.ok(sent.length > 0 && !sent.includes('GPS'));
    await goes_on_to_check(person);
    await person.sees(/image\.jpg/);
    await person.sees(person.t('attachments.metadata.without'));
});

portal_test('the receipt and the case tell how files fare that are still on their way', own, async (stage) => {
    const { person, page } = stage;
    const returns = await loses_uploads(stage);
    await goes_to_files(person);
    await file_field(person).setInputFiles(pdf('late.pdf', 3_000));
    await goes_on_to_check(person);
    await person.sees(person.t('attachments.as_is'));
    await presses_send(person);
    const receipt = await reads_receipt(person);
    await person.sees(person.t('attachments.paused'));
    await tracks(person, receipt);
    await person.sees(person.t('attachments.paused'));
    await returns();
    await sees_sent(person, 1);
    await tracks(person, receipt);
    await page.getByRole('button', { name: words_for(person, 'attachments.open', 'late.pdf') }).waitFor();
});

portal_test('a picture is made smaller and does not tell where it was taken, unless the person wants it to', own, async (stage) => {
    const { person } = stage;
    await goes_to_files(person);
    const picture = await photograph(stage, 'night.jpg');
    assert.ok(picture.buffer.includes('GPS 39.9042N'));
    await file_field(person).setInputFiles(picture);
    await sees_sent(person, 1);
    const [small] = stored_files(stage);
    assert.ok(!small.includes('GPS') && !small.includes('Exif'));
    assert.ok(small.length < picture.buffer.length);

    await person.page.getByRole('checkbox', { name: person.t('attachments.metadata.keep') }).click();
    await person.until(async () => sha256(stored_files(stage)[0] ?? Buffer.alloc(0)) === sha256(picture.buffer), 'the picture is there as it was taken');
    await sees_sent(person, 1);
    await person.clicks(words_for(person, 'files.remove', 'night.jpg'));
    await person.until(async () => stored_files(stage).length === 0, 'nothing of it is left');
});

portal_test('a server that is killed in the midst gets the rest when it is back, also behind a case that was sent', own, async (stage) => {
    const { person, server, page } = stage;
    await goes_to_files(person);
    const file = pdf('long.pdf', 9_000_000);
    // So slow that the server can be ended in the midst of it.
    const line = await page.context().newCDPSession(page);
    await line.send('Network.enable');
    const speed = { offline: false, latency: 0, downloadThroughput: -1 };
    await line.send('Network.emulateNetworkConditions', { ...speed, uploadThroughput: 2_000_000 });
    await file_field(person).setInputFiles(file);
    await person.until(async () => (stored_files(stage)[0]?.length ?? 0) > 2_000_000, 'a part of it has arrived');
    await server.kill();
    await person.sees(person.t('attachments.paused'));
    await server.run();
    await goes_on_to_check(person);
    await presses_send(person);
    const receipt = await reads_receipt(person);
    await person.reloads();
    await line.send('Network.emulateNetworkConditions', { ...speed, uploadThroughput: -1 });
    await person.until(async () => sha256(stored_files(stage)[0]) === sha256(file.buffer), 'all of it has arrived');
    await tracks(person, receipt);
    await person.page.getByRole('button', { name: words_for(person, 'attachments.open', 'long.pdf') }).waitFor();
    execFileSync(server_program, ['check', '--data', server.data]);
});

portal_test('a file comes whole though the line repeats the request that begins it', own, async (stage) => {
    const { person, context } = stage;
    const file = pdf('leaflet.pdf', 3_000);
    await goes_to_files(person);
    const repeated = async (/** @type {import('playwright-core').Route} */ route) => {
        const response = await route.fetch();
        // The one that is answered is of no worth any more.
        await route.fetch();
        await route.fulfill({ response });
    };
    await context.route('**/api/v1/uploads', repeated, { times: 1 });
    await file_field(person).setInputFiles(file);
    await sees_sent(person, 1);
    assert.deepEqual(stored_files(stage).map(sha256), [sha256(file.buffer)]);
});

/** From now on no upload is answered; gives what ends this. @param {Stage} stage @param {string[]} methods */
async function loses_uploads({ context }, ...methods) {
    const target = '**/api/v1/uploads**';
    await context.route(target, (route) => (methods.length === 0 || methods.includes(route.request().method()) ? route.abort() : route.continue()));
    return async () => {
        await context.unroute(target);
        for (const page of context.pages()) await page.evaluate(() => void dispatchEvent(new Event('online')));
    };
}

/** @param {Person} person */
const keep_box = (person) => person.page.getByRole('checkbox', { name: person.t('attachments.metadata.keep') });

portal_test('a file on its way is sealed on the device, goes with its draft, and is not kept on a shared computer', own, async (stage) => {
    const { person, page } = stage;
    await loses_uploads(stage);
    await goes_to_files(person);
    await file_field(person).setInputFiles(pdf('leaflet.pdf', 3_000));
    await keeps_files(person, 1);
    const { text, keys } = await kept_on(page);
    assert.ok(keys.every((is_extractable) => !is_extractable));
    for (const word of ['leaflet', 'application/pdf', '%PDF', '/api/v1']) assert.ok(!text.includes(word), `"${word}" can be read`);
    await person.reloads();
    await person.sees(person.t('attachments.paused'));

    await person.opens('/');
    await person.clicks(person.t_like('drafts.delete_named'));
    await keeps_files(person, 0);

    await goes_to_files(person);
    await file_field(person).setInputFiles(pdf('leaflet.pdf', 3_000));
    await keeps_files(person, 1);
    await page.getByRole('checkbox', { name: person.t('drafts.shared') }).click();
    await keeps_files(person, 0);
    await file_field(person).setInputFiles(pdf('second.pdf', 3_000));
    await person.until(async () => (await page.getByText(person.t('attachments.paused')).count()) === 2, 'both are tried');
    assert.equal((await kept_on(page)).files, 0);
});

portal_test('a computer that is shared in one tab lets the files of a form in another tab go on', own, async (stage) => {
    const { person, context, server } = stage;
    const finds_line = await loses_uploads(stage);
    await goes_to_files(person);
    await file_field(person).setInputFiles(pdf('first.pdf', 3_000));
    await keeps_files(person, 1);
    const other = new Person(await context.newPage(), server.url, 'en');
    await other.opens('/');
    await other.clicks(other.t('drafts.new'));
    await fills_in_up_to_files(other);
    await file_field(other).setInputFiles(pdf('second.pdf', 4_000));
    await keeps_files(person, 2);
    const shared_box = (/** @type {Person} */ one) => one.page.getByRole('checkbox', { name: one.t('drafts.shared') });
    await shared_box(person).click();
    await other.until(() => shared_box(other).isChecked(), 'the other tab knows');
    await keeps_files(person, 0);
    await finds_line();
    await sees_sent(person, 1);
    await sees_sent(other, 1);
    assert.deepEqual(stored_files(stage).map(({ length }) => length).sort(), [3_000, 4_000]);
});

/** Runs in the page. */
function lose_files() {
    return new Promise((resolve) => {
        const opening = indexedDB.open('huiyin-files');
        opening.onsuccess = () => {
            const change = opening.result.transaction('files', 'readwrite');
            change.objectStore('files').clear();
            change.oncomplete = () => resolve(opening.result.close());
        };
    });
}

portal_test('a file that was lost on the way is not said to be sent', own, async (stage) => {
    const { person, page } = stage;
    await goes_to_files(person);
    await file_field(person).setInputFiles(pdf('sent.pdf', 3_000));
    await sees_sent(person, 1);
    await loses_uploads(stage);
    await file_field(person).setInputFiles(pdf('lost.pdf', 3_000));
    await keeps_files(person, 1);
    await page.evaluate(lose_files);
    await person.reloads();
    await person.sees(person.t('attachments.failed'));
    await sees_sent(person, 1);
});

portal_test('a picture that was to tell its place and then not goes without it, also when the line breaks and the case is sent at once', own, async (stage) => {
    const { person } = stage;
    await goes_to_files(person);
    await file_field(person).setInputFiles(await photograph(stage, 'night.jpg'));
    await sees_sent(person, 1);
    await keep_box(person).click();
    await person.until(async () => stored_files(stage)[0]?.includes('GPS') ?? false, 'the picture is there as it was taken');
    await sees_sent(person, 1);
    const finds_line = await loses_uploads(stage, 'DELETE');
    await keep_box(person).click();
    await person.until(async () => stored_files(stage).some((bytes) => !bytes.includes('GPS')), 'the other version is there as well');
    await sees_sent(person, 1);
    // The case is sent before the version that tells its place is gone.
    await goes_on_to_check(person);
    await presses_send(person);
    const receipt = await reads_receipt(person);
    await sees_sent(person, 1);
    await tracks(person, receipt);
    const saving = person.page.waitForEvent('download');
    await person.clicks(words_for(person, 'attachments.open', 'night.jpg'));
    assert.ok(!readFileSync(await (await saving).path()).includes('GPS'));
    await finds_line();
    execFileSync(server_program, ['check', '--data', stage.server.data]);
});

portal_test('what was chosen for a picture is chosen behind a reload, and can be taken back', own, async (stage) => {
    const { person } = stage;
    await goes_to_files(person);
    const finds_line = await loses_uploads(stage);
    const picture = await photograph(stage, 'night.jpg');
    await file_field(person).setInputFiles(picture);
    await keep_box(person).click();
    await person.until(async () => (await kept_on(person.page)).text.length > picture.buffer.length, 'it is kept as it was taken');
    await person.reloads();
    await person.until(() => keep_box(person).isChecked(), 'it is ticked');
    await keep_box(person).click();
    await keep_box(person).waitFor({ state: 'detached' });
    await finds_line();
    await sees_sent(person, 1);
    assert.deepEqual(stored_files(stage).map((bytes) => bytes.includes('GPS')), [false]);
});

portal_test('a picture that the browser cannot take anything out of is sent only as it is wanted', own, async (stage) => {
    const { person } = stage;
    await goes_to_files(person);
    await file_field(person).setInputFiles({ name: 'night.heic', mimeType: 'image/heic', buffer: heic });
    await person.sees(words_for(person, 'attachments.problem.unfit', 'night.heic'));
    await keep_box(person).click();
    await sees_sent(person, 1);
});

portal_test('what one tab removes no other tab sends', own, async (stage) => {
    const { person, context, server } = stage;
    await goes_to_files(person);
    const finds_line = await loses_uploads(stage);
    await file_field(person).setInputFiles(pdf('leaflet.pdf', 3_000));
    await keeps_files(person, 1);
    const other = new Person(await context.newPage(), server.url, 'en');
    await other.opens('/');
    /** @param {Person} one */
    const waiting = (one) => one.page.evaluate(async () => (await navigator.locks.query()).pending?.length ?? 0);
    await person.until(async () => (await waiting(other)) === 1, 'the other tab waits for its turn');
    await person.clicks(words_for(person, 'files.remove', 'leaflet.pdf'));
    await finds_line();
    await person.until(async () => (await waiting(other)) === 0, 'it had its turn');
    await file_field(person).setInputFiles(pdf('second.pdf', 3_000));
    await sees_sent(person, 1);
    assert.equal(stored_files(stage).length, 1);
});

portal_test('what sends files is part of what the portal has without a network', own, async ({ person, page }) => {
    await goes_to_files(person);
    await file_field(person).setInputFiles(pdf('leaflet.pdf', 3_000));
    await sees_sent(person, 1);
    const used = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
    const address = used.find((path) => path.startsWith('/uploads.')) ?? '';
    assert.match(address, /^\/uploads\.[0-9a-f]+\.js$/);
    assert.ok((await page.evaluate(async () => (await fetch('/sw.js')).text())).includes(address));
});

portal_test('a file that cannot be taken is refused in words', own, async ({ person }) => {
    await goes_to_files(person);
    await file_field(person).setInputFiles({ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<p>') });
    await person.sees(words_for(person, 'attachments.problem.type', 'page.html'));
    await file_field(person).setInputFiles(pdf('huge.pdf', 20_000_001));
    await person.sees(words_for(person, 'attachments.problem.too_large', 'huge.pdf'));
    await file_field(person).setInputFiles({ name: 'torn.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
    await person.sees(words_for(person, 'attachments.problem.broken', 'torn.jpg'));
    await person.clicks(words_for(person, 'files.remove', 'torn.jpg'));
    await file_field(person).setInputFiles(Array.from({ length: 7 }, (_, index) => pdf(`${index}.pdf`, 1_000)));
    await sees_sent(person, 6);
    await person.sees(new RegExp(message('en', 'attachments.problem.too_many').split('{')[0]));
    assert.equal(await person.page.getByText('6.pdf').count(), 0);
});
