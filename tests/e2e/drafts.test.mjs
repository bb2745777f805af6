// What is typed stays on the device, sealed, until it is sent or deleted; and only if it may.
import assert from 'node:assert/strict';
import { Device, keeps, kept_on } from './support/device.mjs';
import { fills_in_everything, story_of } from './support/journey.mjs';
import { Person } from './support/person.mjs';
import { portal_tests } from './support/portal_tests.mjs';

const portal_test = portal_tests();
/** What native tests show as well, or what seldom changes, is tried in the long run. */
const seldom_test = process.env.HUIYIN_EVERY_LOSS ? portal_test : () => undefined;

/** @param {Person} person @param {string} text */
async function describes(person, text) {
    await person.types(person.t('submit.description.label'), text);
}

/** Through the start page, so that it is a case of its own. @param {Person} person @param {string} text */
async function begins(person, text) {
    await person.opens('/');
    await person.clicks(new RegExp(`^(${person.t('home.submit.start')}|${person.t('drafts.new')})$`));
    await person.reads_heading(person.t('submit.nature.title'));
    await person.chooses(person.t('nature.complaint.label'));
    await person.clicks(person.t('submit.continue'));
    await person.chooses(person.t('category.environment.label'));
    await person.chooses(person.t('category.environment.noise.label'));
    await person.clicks(person.t('submit.continue'));
    await person.selects(person.t('submit.district.label'), person.t('district.dongcheng.label'));
    await person.clicks(person.t('submit.continue'));
    await describes(person, text);
}

portal_test('several drafts are kept and offered; one is continued where it was left, one deleted, then all', { size: 'phone' }, async ({ person, page }) => {
    await begins(person, 'The lamp is out.');
    await begins(person, 'The road is flooded.');
    await begins(person, 'The bus never comes.');
    await keeps(person, 3);
    await person.opens('/');
    await person.sees(person.t('drafts.title'));
    await person.clicks(person.t('drafts.delete_named', { draft: 'The road is flooded.' }));
    await keeps(person, 2);
    await person.clicks(person.t('drafts.continue_named', { draft: 'The lamp is out.' }));
    await person.reads_heading(person.t('submit.contact.title'));
    await page.goBack();
    await person.clicks(person.t('drafts.delete_all'));
    await person.clicks(person.t('drafts.sure.no'));
    await person.clicks(person.t('drafts.delete_all'));
    await person.clicks(person.t('drafts.sure.yes'));
    await keeps(person, 0);
    await person.reloads();
    await person.does_not_see(person.t('drafts.title'));
});

portal_test('nothing that was typed can be read on the device, and the key cannot be taken away', { size: 'phone' }, async ({ person, page }) => {
    await person.opens('/submit');
    await fills_in_everything(person);
    await keeps(person, 1);
    const { keys, text } = await kept_on(page);
    assert.deepEqual(keys, [false]);
    for (const typed of [story_of(person).description, story_of(person).address, story_of(person).name, 'dongcheng', 'complaint'])
        assert.ok(!text.includes(typed), `"${typed}" can be read`);
    const cipher = text.split('\n')[0];
    await page.goBack();
    await person.types(person.t('submit.contact.name.label'), 'Jane');
    await person.types(person.t('submit.contact.name.label'), story_of(person).name);
    await person.until(async () => (await kept_on(page)).text.split('\n')[0] !== cipher, 'the same text is sealed anew');
});

seldom_test('name and contact are kept only when the person says so', { size: 'phone' }, async ({ person, page }) => {
    await person.opens('/submit');
    await fills_in_everything(person);
    await page.goBack();
    await keeps(person, 1);
    await person.reloads();
    assert.equal(await person.typed_in(person.t('submit.contact.name.label')), '');
    await person.types(person.t('submit.contact.name.label'), story_of(person).name);
    await page.getByRole('checkbox', { name: person.t('drafts.contact') }).click();
    await person.until(() => page.getByRole('checkbox', { name: person.t('drafts.contact') }).isChecked(), 'it is ticked');
    await person.reloads();
    assert.equal(await person.typed_in(person.t('submit.contact.name.label')), story_of(person).name);
});

portal_test('on a shared computer nothing is kept, and what was there is gone', { size: 'phone' }, async ({ person, page }) => {
    await begins(person, 'The lamp is out.');
    await keeps(person, 1);
    await page.getByRole('checkbox', { name: person.t('drafts.shared') }).click();
    await keeps(person, 0);
    await describes(person, 'The lamp is still out.');
    await person.clicks(person.t('submit.continue'));
    await person.reads_heading(person.t('submit.contact.title'));
    assert.equal((await kept_on(page)).drafts, 0);
    await person.opens('/submit/description');
    assert.equal(await person.typed_in(person.t('submit.description.label')), '');
    assert.ok(await page.getByRole('checkbox', { name: person.t('drafts.shared') }).isChecked());
});

portal_test('a computer that is shared is shared in every tab, and nothing of earlier stays behind', { size: 'phone' }, async ({ person, page, context, server }) => {
    const is_shared = (/** @type {Person} */ somebody) => somebody.page.getByRole('checkbox', { name: somebody.t('drafts.shared') }).isChecked();
    await begins(person, 'The lamp is out.');
    const other = new Person(await context.newPage(), server.url, 'en');
    await begins(other, 'The road is flooded.');
    await keeps(person, 2);
    await page.getByRole('checkbox', { name: person.t('drafts.shared') }).click();
    await other.until(() => is_shared(other), 'the other tab knows');
    await keeps(person, 0);
    await describes(other, 'The road is still flooded.');
    await other.clicks(other.t('submit.continue'));
    await other.reads_heading(other.t('submit.contact.title'));
    assert.equal((await kept_on(page)).drafts, 0);
    await page.evaluate(() => localStorage.setItem('huiyin.draft', '{"description":"The bus never comes.","idempotency_key":"key-of-before"}'));
    await person.opens('/submit/description');
    assert.ok(await is_shared(person));
    const { drafts, text } = await kept_on(page);
    assert.equal(drafts, 0);
    assert.ok(!text.includes('The bus never comes.'));
});

portal_test('two tabs do not overwrite each other', { size: 'phone' }, async ({ person, context, server }) => {
    await begins(person, 'The lamp is out.');
    await keeps(person, 1);
    const other = new Person(await context.newPage(), server.url, 'en');
    await begins(other, 'The road is flooded.');
    await keeps(other, 2);
    await describes(person, 'The lamp is out again.');
    await other.opens('/');
    await other.sees(other.t('drafts.continue_named', { draft: 'The lamp is out again.' }));
    await other.clicks(other.t('drafts.continue_named', { draft: 'The lamp is out again.' }));
    await other.reads_heading(other.t('submit.contact.title'));
    await other.opens('/submit/description');
    await describes(other, 'Out again, and the next one too.');
    await person.until(
        async () => (await person.typed_in(person.t('submit.description.label'))) === 'Out again, and the next one too.',
        'the first tab shows what the second has made of the draft',
    );
    await person.opens('/');
    await person.sees(person.t('drafts.continue_named', { draft: 'The road is flooded.' }));
});

seldom_test('the one draft of earlier versions is taken over once', { size: 'phone' }, async ({ person, page }) => {
    await person.opens('/help');
    await page.evaluate(() => localStorage.setItem('huiyin.draft', '{"description":"The lamp is out.","idempotency_key":"key-of-before"}'));
    await person.opens('/');
    await person.sees(person.t('drafts.continue_named', { draft: 'The lamp is out.' }));
    const { drafts, text } = await kept_on(page);
    assert.equal(drafts, 1);
    assert.ok(!text.includes('The lamp is out.') && !text.includes('key-of-before'));
});

/** Runs in the page. */
function lose_the_key() {
    return new Promise((resolve) => {
        const opening = indexedDB.open('huiyin');
        opening.onsuccess = () => {
            const change = opening.result.transaction('keys', 'readwrite');
            change.objectStore('keys').clear();
            change.oncomplete = () => resolve(opening.result.close());
        };
    });
}

seldom_test('drafts whose key is lost are gone, and the portal works', { size: 'phone' }, async ({ person, page }) => {
    await begins(person, 'The lamp is out.');
    await keeps(person, 1);
    await page.evaluate(lose_the_key);
    await person.opens('/');
    await person.does_not_see(person.t('drafts.title'));
    await keeps(person, 0);
    await begins(person, 'The lamp is out.');
    await keeps(person, 1);
});

/** Runs in the page before the portal. */
function refuse_databases() {
    IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'SecurityError');
    };
}

seldom_test('a browser that keeps nothing says so where somebody writes', { size: 'phone', before: (page) => page.addInitScript(refuse_databases) }, async ({ person }) => {
    await person.opens('/submit/description');
    await person.sees(person.t('drafts.not_kept'));
    await describes(person, 'The lamp is out.');
    await person.clicks(person.t('submit.continue'));
    await person.opens('/');
    await person.does_not_see(person.t('drafts.title'));
});

seldom_test('what was typed outlives a browser that is killed', { size: 'phone' }, async ({ server }) => {
    const device = await Device.make(server);
    try {
        const person = await device.starts();
        await begins(person, 'The lamp is out.');
        const other = await device.opens_tab();
        await other.opens('/');
        await other.sees(other.t('drafts.continue_named', { draft: 'The lamp is out.' }));
        await device.is_killed();
        const later = await device.starts();
        await later.opens('/');
        await later.clicks(later.t('drafts.continue_named', { draft: 'The lamp is out.' }));
        await later.reads_heading(later.t('submit.contact.title'));
    } finally {
        await device.is_given_away();
    }
});
