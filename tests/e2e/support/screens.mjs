// A walk past every screen, with its problems and its answers.
import { presses_send, reads_receipt, staff_reply, story_of, submit_pages, tracks } from './journey.mjs';

/** @typedef {import('./person.mjs').Person} Person */
/** @typedef {import('./server.mjs').Server} Server */

/** What the browser notes by itself on the page that does not exist. */
export const not_found = /status of 404/;

/** A picture that says where it was taken. */
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAD3RFWHRDb21tZW50AEJlaWppbmcrPONXAAAAEElEQVR4nGNQSJgARAwQCgAcDgRBIqsFewAAAABJRU5ErkJggg==';

/** @param {Person} person */
async function attaches_files(person) {
    await person.page.locator('input[type=file]').setInputFiles([
        { name: 'at night.png', mimeType: 'image/png', buffer: Buffer.from(picture, 'base64') },
        { name: 'notice.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') },
    ]);
    await person.page.getByText(person.t('files.done'), { exact: true }).nth(1).waitFor();
}

/** @param {Person} person */
async function* submission(person) {
    for (const { path, title, fill } of submit_pages) {
        await person.reads_heading(person.t(title));
        await person.clicks(person.t('submit.continue'));
        await person.page.locator('[aria-invalid="true"]').first().waitFor();
        yield `${path} refused`;
        await fill(person);
        if (path === '/submit/description') await attaches_files(person);
        yield path;
        await person.clicks(person.t('submit.continue'));
    }
    await person.reads_heading(person.t('submit.check.title'));
    yield '/submit/check';
}

/** @param {Person} person @param {Server} server @param {{number: string, code: string}} receipt */
async function* tracking(person, server, receipt) {
    await person.opens('/track');
    yield '/track';
    await person.clicks(person.t('track.open'));
    await person.sees(person.t('problem.number.required'));
    yield '/track refused';
    await tracks(person, receipt);
    await person.sees(person.t('stage.received.label'));
    await person.clicks(person.t('case.message.add'));
    yield '/case';
    await staff_reply(server, receipt.number, story_of(person).reply);
    await tracks(person, receipt);
    await person.sees(story_of(person).reply);
    yield '/case with a reply';
}

/** @param {Person} person */
async function* feedback(person) {
    await person.clicks(person.t('case.feedback.give'));
    await person.reads_heading(person.t('feedback.title'));
    yield '/feedback';
    await person.clicks(person.t('feedback.send'));
    await person.page.locator('[aria-invalid="true"]').first().waitFor();
    yield '/feedback refused';
}

/** @param {Person} person */
async function* settings(person) {
    await person.clicks(person.t('settings.open'));
    await person.finds('dialog', person.t('settings.title')).waitFor();
    yield '/ with the settings';
    await person.clicks(person.t('settings.close'));
}

/** Stands on one screen after the other and gives its name.
 * @param {Person} person @param {Server} server @returns {AsyncGenerator<string>} */
export async function* every_screen(person, server) {
    await person.opens('/');
    yield '/';
    yield* settings(person);
    await person.opens('/submit');
    yield* submission(person);
    await presses_send(person);
    const receipt = await reads_receipt(person);
    yield '/receipt';
    yield* tracking(person, server, receipt);
    yield* feedback(person);
    await person.opens('/receipt');
    yield '/receipt without a case';
    await person.opens('/case');
    yield '/case without a case';
    for (const page of ['help', 'privacy']) {
        await person.clicks(person.t(`footer.${page}`));
        await person.reads_heading(person.t(`${page}.title`));
        yield `/${page}`;
    }
    await person.opens('/no/such/page');
    await person.reads_heading(person.t('not_found.title'));
    yield '/no/such/page';
}
