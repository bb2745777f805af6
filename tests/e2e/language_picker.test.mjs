// The choice of language: sorted for its reader, and found by typing, with the program and without it.
import assert from 'node:assert/strict';
import { keep_mode } from './support/looks.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { languages, own_name, t } from './support/words.mjs';

const portal_test = portal_tests();

/** @typedef {import('./support/person.mjs').Person} Person */
/** @typedef {import('playwright-core').Page} Page */

/** @param {Person} person */
const picker_of = (person) => person.finds('combobox', person.t('language.choose'));

/** The languages as they stand in the list. @param {Person} person */
const listed = (person) => picker_of(person).locator('option').allTextContents();

/** Types on the list and waits for the page in that language. @param {Person} person @param {string} letters @param {string} tag */
async function types_language(person, letters, tag) {
    await picker_of(person).focus();
    await person.page.keyboard.type(letters);
    await person.page.waitForSelector(`html[lang="${tag}"]`);
    person.language = tag;
    await person.reads_heading(person.t('track.title'));
}

/** Whether the name that is shown fits between the edge and the arrow. Runs in the page. @param {HTMLElement | SVGElement} list */
function shows_whole_name(list) {
    const style = getComputedStyle(list);
    const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    pen.font = style.font;
    const { width } = pen.measureText(/** @type {HTMLSelectElement} */ (list).selectedOptions[0].text);
    return width <= list.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd);
}

// With the longest of all names.
for (const language of new Set([...languages, 'id']))
    portal_test(`a reader of ${language} finds their language first, whole, and then all others`, { language, size: 'phone' }, async ({ person }) => {
        await person.opens('/track');
        assert.ok(await picker_of(person).evaluate(shows_whole_name), 'its name is not cut');
        const names = await listed(person);
        assert.equal(names[0], own_name[language]);
        assert.deepEqual([...names].sort(), Object.values(own_name).sort());
    });

for (const mode of /** @type {const} */ (['canvas', 'plain']))
    portal_test(`a language is found by its English name and without accents in ${mode} mode, and the list stays as it is`, { before: (page) => keep_mode(page, mode) }, async ({ person }) => {
        await person.opens('/track');
        const names = await listed(person);
        await types_language(person, 'arabic', 'ar');
        await types_language(person, 'cestina', 'cs');
        assert.deepEqual(await listed(person), names);
    });

portal_test('a language is found by typing before the program is there', {}, async ({ person, page }) => {
    await page.route('**/*.wasm', () => undefined);
    await page.goto(`${person.url}/track`, { waitUntil: 'domcontentloaded' });
    await page.waitForFunction(() => performance.getEntriesByName('huiyin-listens').length > 0);
    await types_language(person, 'turkce', 'tr');
});

/** Runs in the page. */
const count_choices = () => {
    Reflect.set(globalThis, 'choices', 0);
    addEventListener('change', () => Reflect.set(globalThis, 'choices', Reflect.get(globalThis, 'choices') + 1), true);
};

portal_test('no letter goes to another language, and Enter goes to the one that was found', {}, async ({ person, page }) => {
    await page.clock.install();
    await person.opens('/track');
    await page.evaluate(count_choices);
    const choices = () => page.evaluate(() => Reflect.get(globalThis, 'choices'));
    await page.clock.pauseAt(Date.now() + 60_000);
    await picker_of(person).focus();
    await page.keyboard.type('suomi');
    assert.equal(await picker_of(person).inputValue(), 'fi');
    assert.equal(await choices(), 0, 'somebody is still typing');
    await page.keyboard.press('Enter');
    assert.equal(await choices(), 1);
    await page.clock.resume();
    await page.getByRole('heading', { level: 1, name: t('fi', 'track.title') }).waitFor();
});
