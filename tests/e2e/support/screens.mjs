// A walk past every screen, with its problems and its answers.
import { presses_send, reads_receipt, staff_reply, story_of, submit_pages, tracks } from './journey.mjs';

/** @typedef {import('./person.mjs').Person} Person */
/** @typedef {import('./server.mjs').Server} Server */

/** What the browser notes by itself: of the page that does not exist, of files that do not arrive, without a network. */
export const failed_requests = /Failed to load resource/;

/** A picture that says where it was taken. */
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAD3RFWHRDb21tZW50AEJlaWppbmcrPONXAAAAEElEQVR4nGNQSJgARAwQCgAcDgRBIqsFewAAAABJRU5ErkJggg==';

/** What becomes of files that do not arrive, by their names.
 * @type {Record<string, {told: string, fate: (route: import('playwright-core').Route) => Promise<void>}>} */
const losses = {
    'failed.pdf': { told: 'attachments.failed', fate: (route) => route.fulfill({ status: 400 }) },
    'interrupted.pdf': { told: 'attachments.paused', fate: (route) => route.abort() },
    'refused.pdf': { told: 'attachments.problem.refused', fate: (route) => route.fulfill({ status: 409, headers: { 'Attachment-State': 'refused' } }) },
};

/** The name of the file that an upload begins with (tus 1.0, "Upload-Metadata"). @param {import('playwright-core').Request} request */
function name_in(request) {
    const encoded = /filename ([^,]+)/.exec(request.headers()['upload-metadata'] ?? '')?.[1] ?? '';
    return Buffer.from(encoded, 'base64').toString();
}

/** Two that arrive, and one of each kind that does not. @param {Person} person */
async function attaches_files(person) {
    await person.page.route('**/api/v1/uploads**', (route) => losses[name_in(route.request())]?.fate(route) ?? route.continue());
    await person.page.locator('input[type=file]').setInputFiles([
        { name: 'at night.png', mimeType: 'image/png', buffer: Buffer.from(picture, 'base64') },
        ...['notice.pdf', ...Object.keys(losses)].map((name) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') })),
    ]);
    await person.page.getByText(person.t('files.done'), { exact: true }).nth(1).waitFor();
    for (const { told } of Object.values(losses)) await person.sees(person.t_like(told));
}

/** @param {Person} person */
async function removes_lost_files(person) {
    const removals = person.page.getByRole('button', { name: person.t_like('files.remove') });
    for (let left = await removals.count(); left > 2; --left) {
        await removals.last().click();
        await removals.nth(left - 1).waitFor({ state: 'detached' });
    }
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
        if (path === '/submit/description') await removes_lost_files(person);
        await person.clicks(person.t('submit.continue'));
    }
    await person.reads_heading(person.t('submit.check.title'));
    yield '/submit/check';
}

/** Sends the case without a network, where its receipt comes while nobody looks and outlives a reload, and begins another one meanwhile. @param {Person} person */
async function* waiting(person) {
    await person.page.context().setOffline(true);
    await presses_send(person);
    await person.sees(person.t('outbox.waiting'));
    yield '/submit/check of a case that waits';
    await person.clicks(person.t('app.name'));
    await person.clicks(person.t('drafts.new'));
    await submit_pages[0].fill(person);
    await person.clicks(person.t('app.name'));
    await person.sees(person.t('drafts.title'));
    yield '/ with a draft and a case that waits, without a network';
    await person.page.context().setOffline(false);
    await person.sees(person.t('outbox.sent'));
    await person.clicks(person.t('outbox.show_receipt'));
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
    yield* waiting(person);
    await reads_receipt(person);
    await person.reloads();
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
