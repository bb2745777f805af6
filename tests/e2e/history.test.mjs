// Back, Forward, links, and the draft that is kept.
import assert from 'node:assert/strict';
import { keeps, kept_on } from './support/device.mjs';
import { fills_in_everything, reads_receipt, presses_send, story_of, submit_pages, submits } from './support/journey.mjs';
import { portal_tests } from './support/portal_tests.mjs';

const portal_test = portal_tests();

portal_test('Back and Forward go through the pages with their answers', { size: 'phone' }, async ({ person, page }) => {
    await person.opens('/submit');
    await fills_in_everything(person);
    for (const { title } of [...submit_pages].reverse()) {
        await page.goBack();
        await person.reads_heading(person.t(title));
    }
    assert.ok(await person.choice(person.t('nature.complaint.label')).isChecked());
    for (let i = 0; i < 3; i += 1) await page.goForward();
    await person.reads_heading(person.t('submit.description.title'));
    assert.equal(await person.typed_in(person.t('submit.description.label')), story_of(person).description);
});

portal_test('a draft is kept over a reload and offered on the start page', { size: 'phone' }, async ({ person }) => {
    await person.opens('/submit');
    await fills_in_everything(person);
    await person.reloads();
    await person.sees(story_of(person).description);
    await person.opens('/');
    await person.sees(person.t('drafts.title'));
    await person.clicks(person.t('drafts.new'));
    await person.reads_heading(person.t('submit.nature.title'));
    assert.ok(!(await person.choice(person.t('nature.complaint.label')).isChecked()));
});

portal_test('what is being typed is kept over a reload', { size: 'phone' }, async ({ person, page }) => {
    await person.opens('/submit/description');
    await page.getByRole('textbox').pressSequentially('The lamp is out');
    await person.reloads();
    assert.equal(await person.typed_in(person.t('submit.description.label')), 'The lamp is out');
});

/** Runs in the page: a last letter, and the page is gone before anything else can happen. */
function type_and_reload() {
    document.execCommand('insertText', false, '!');
    location.reload();
}

portal_test('what is typed in the very last moment is kept', { size: 'phone' }, async ({ person, page }) => {
    await person.opens('/submit/description');
    await page.getByRole('textbox').pressSequentially('The lamp is out');
    const reloaded = page.waitForEvent('domcontentloaded');
    await page.evaluate(type_and_reload);
    await reloaded;
    await person.waits_for_portal();
    assert.equal(await person.typed_in(person.t('submit.description.label')), 'The lamp is out!');
});

portal_test('nothing of a sent case stays on the device', { size: 'phone' }, async ({ person, page }) => {
    const { code } = await submits(person);
    await person.clicks(person.t('receipt.home'));
    await keeps(person, 0);
    const { text } = await kept_on(page);
    assert.ok(!text.includes(story_of(person).description));
    assert.ok(!text.includes(code));
    await person.opens('/');
    await person.does_not_see(person.t('drafts.title'));
});

portal_test('Back from the receipt does not send again', { size: 'phone' }, async ({ person, page, server }) => {
    await person.opens('/submit');
    await fills_in_everything(person);
    const before = (await server.case_numbers()).length;
    await presses_send(person);
    await reads_receipt(person);
    await page.goBack();
    await person.waits_for_portal();
    assert.equal((await server.case_numbers()).length, before + 1);
});

portal_test('a language is kept for the next visit', {}, async ({ person }) => {
    await person.opens('/');
    await person.chooses_language('ar');
    await person.reads_heading(person.t('home.title'));
    await person.reloads();
    await person.reads_heading(person.t('home.title'));
});

portal_test('the language changes without losing what was typed', {}, async ({ person }) => {
    await person.opens('/submit/description');
    await person.types(person.t('submit.description.label'), 'The lamp is out');
    await person.chooses_language('zh-Hans');
    await person.reads_heading(person.t('submit.description.title'));
    assert.equal(await person.typed_in(person.t('submit.description.label')), 'The lamp is out');
});

portal_test('Arabic runs from right to left', { language: 'ar' }, async ({ person, page }) => {
    await person.opens('/');
    assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
    const title = await page.getByRole('heading', { level: 1 }).boundingBox();
    const main = await page.getByRole('main').boundingBox();
    assert.ok(title && main && main.x + main.width - (title.x + title.width) < 2, 'the title begins at the right');
});

portal_test('a link with number and code opens the case and leaves no trace in the address or the history', {}, async ({ person, page }) => {
    const { number, code } = await submits(person);
    await person.opens(`/track#${number}&${code}`);
    await person.sees(person.t('stage.received.label'));
    assert.ok(!page.url().includes(code));
    await page.goBack();
    await person.reads_heading(person.t('track.title'));
    assert.ok(!page.url().includes(code), 'nor in the history');
});

portal_test('an unknown page says so and leads home', { complaints: [/404/] }, async ({ person }) => {
    await person.opens('/no/such/page');
    await person.reads_heading(person.t('not_found.title'));
    await person.clicks(person.t('not_found.home'));
    await person.reads_heading(person.t('home.title'));
});
