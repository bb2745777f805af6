// Every language can be read on a machine that has no fonts but Latin; one that has them fetches none.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { launch_with_latin_alone, letters_without_picture, old_runs, watch_runs } from './support/letters.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { in_repository } from './support/repository.mjs';
import { languages_of } from './support/words.mjs';

/** @typedef {import('playwright-core').Page} Page */

const bare_machine_test = portal_tests(launch_with_latin_alone);
const portal_test = portal_tests();

/** Every character that a screen can have in a language, each once: of its words, and of the dates and numbers of all
 * screens. What is only searched for is never shown.
 * @param {string} language */
function letters_of(language) {
    const golden = readdirSync(in_repository(`tests/golden/${language}`)).map((name) => `tests/golden/${language}/${name}`);
    const files = [`i18n/locales/${language}.json`, ...golden].map((path) => readFileSync(in_repository(path), 'utf8'));
    const texts = files.map((text) => text.replaceAll(/^ *"synonyms": .*$/gm, ''));
    return [...new Set(texts.join(''))].filter((letter) => /[^\p{C}\p{Z}\p{M}]/u.test(letter)).join('');
}

/** Fonts come one after the other. @param {import('./support/person.mjs').Person} person @param {string} letters */
async function all_letters_have_pictures(person, letters) {
    let missing = letters;
    const is_none_missing = async () => (missing = await person.page.evaluate(letters_without_picture, letters)) === '';
    await person.until(is_none_missing, 'every letter has its picture').catch(() => assert.equal(missing, ''));
    await person.page.waitForFunction(() => document.fonts.status === 'loaded');
}

/** What was fetched for letters. @param {Page} page @returns {string[]} grows */
function fetched_fonts(page) {
    /** @type {string[]} */
    const fetched = [];
    page.on('request', (request) => /letters\.\w+\.json|\.woff2|noto/.test(request.url()) && fetched.push(new URL(request.url()).pathname));
    return fetched;
}

/** Whether an element looks as it would if it were new. @param {import('playwright-core').Locator} locator */
async function is_shown_afresh(locator) {
    const picture = await locator.screenshot();
    await locator.evaluate((element) => {
        const { parentElement, nextSibling } = element;
        element.remove();
        parentElement?.insertBefore(element, nextSibling);
    });
    return picture.equals(await locator.screenshot());
}

for (const language of languages_of('letters')) {
    bare_machine_test(`on a machine with Latin letters alone every letter has its picture in ${language}`, { language, before: watch_runs }, async ({ person, page }) => {
        const fetched = fetched_fonts(page);
        await person.opens('/submit/description');
        const missing = await page.evaluate(letters_without_picture, 'A\uE000');
        assert.equal(missing, '\uE000', 'a letter that nobody has is noticed');
        await person.types(person.t('submit.description.label'), letters_of(language));
        await all_letters_have_pictures(person, letters_of(language));
        await person.until(async () => {
            const { count, old } = await old_runs(page);
            return count > 5 && old.length === 0;
        }, 'the canvas shows its words in the fonts that came');
        assert.ok(await is_shown_afresh(person.finds('combobox', person.t('language.choose'))), 'lists show their words in the fonts that came');
        assert.equal(new Set(fetched).size, fetched.length, 'nothing is fetched twice');
    });
}

for (const language of ['zh-Hant', 'hi']) {
    portal_test(`a machine that has the letters fetches none in ${language}`, { language, size: 'phone' }, async ({ person, page }) => {
        const fetched = fetched_fonts(page);
        await person.opens('/submit/description');
        await person.types(person.t('submit.description.label'), letters_of(language));
        assert.equal(await page.evaluate(letters_without_picture, letters_of(language)), '');
        assert.deepEqual(fetched, []);
    });
}
