// Whatever somebody writes or pastes stays what it is, where it is.
import assert from 'node:assert/strict';
import { submit_pages } from './support/journey.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { comes_to_rest } from './support/rest.mjs';
import { message } from './support/words.mjs';

const portal_test = portal_tests();

/** @typedef {import('./support/person.mjs').Person} Person */

/** What each does to a page that is not careful. */
const hostile = {
    'emoji of many parts': '👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇨🇳🇫🇷 family',
    'combining marks': `Z${'\u0300\u0334\u0489'.repeat(20)}algo e\u0301`,
    'directions turned around': '\u202Egnp.exe \u2067\u2069\u2069\u202D Send \u202C',
    'characters without width': 'se\u200Bnd \u200C\u200D\u2060\uFEFF here',
    'what looks like a page': '</textarea><button onclick="alert(1)">Send the case</button>{count} \'{x}\'',
};

/** @param {Person} person */
const buttons_of = (person) => person.page.getByRole('button').allInnerTexts();

/** @param {Person} person */
async function is_no_wider_than_the_window(person) {
    const [width, window_width] = await person.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(width <= window_width, `the page is ${width} px wide in a window of ${window_width}`);
}

/** Every text field of the submission holds the text. @param {Person} person @param {string} text */
async function writes_everywhere(person, text) {
    await person.opens('/submit');
    for (const page of submit_pages) {
        await person.reads_heading(person.t(page.title));
        await page.fill(person);
        for (const field of await person.page.getByRole('main').getByRole('textbox').all()) {
            const is_plain = (await field.getAttribute('inputmode')) === null && !/^(tel|email)$/.test((await field.getAttribute('type')) ?? '');
            if (is_plain) await field.fill(text);
        }
        await is_no_wider_than_the_window(person);
        await person.clicks(person.t('submit.continue'));
    }
    await person.reads_heading(person.t('submit.check.title'));
}

for (const [what, text] of Object.entries(hostile)) {
    portal_test(`${what} are shown harmlessly in every field`, { size: 'phone' }, async ({ person, page }) => {
        await writes_everywhere(person, text);
        const shown = await page.getByRole('main').evaluate((main) => main.textContent ?? '');
        const written = text.normalize('NFC').trim();
        assert.equal(shown.split(written).length - 1, 3, 'address, description and name are shown as they were written');
        const expected = [person.t('submit.send')];
        assert.deepEqual((await buttons_of(person)).filter((name) => /send/i.test(name)), expected);
        await is_no_wider_than_the_window(person);
    });
}

/** Puts a word into the field that has focus, as if it were pasted. Runs in the page. @param {string} word */
const insert = (word) => document.execCommand('insertText', false, word);

/** Milliseconds that the browser alone takes for a word in a field of its own.
 * @param {import('playwright-core').BrowserContext} context @param {string} word */
async function ms_of_the_browser(context, word) {
    const desk = await context.newPage();
    await desk.setContent('<textarea></textarea>');
    const began = Date.now();
    await desk.focus('textarea');
    await desk.evaluate(insert, word);
    await comes_to_rest(desk);
    const taken = Date.now() - began;
    await desk.close();
    return taken;
}

portal_test('a word of a hundred thousand characters is taken, counted and refused calmly', { size: 'phone' }, async ({ person, page, context }) => {
    await person.opens('/submit/description');
    const field = person.finds('textbox', person.t('submit.description.label'));
    const word = 'x'.repeat(100_000);
    const most_ms = Math.max(10_000, 20 * (await ms_of_the_browser(context, word)));
    const began = Date.now();
    await field.focus();
    await page.evaluate(insert, word);
    await person.sees('96,000');
    assert.equal(await field.inputValue(), word);
    await person.clicks(person.t('submit.continue'));
    await person.sees(message('en', 'problem.description.too_long').split('{')[0].trim());
    assert.equal(await field.inputValue(), word);
    await is_no_wider_than_the_window(person);
    const taken = Date.now() - began;
    assert.ok(taken < most_ms, `that took ${taken} ms`);
});
