// Which language a visit begins in, and what a change of it leaves alone.
import assert from 'node:assert/strict';
import { portal_tests } from './support/portal_tests.mjs';
import { count_resources, resources_of } from './support/resources.mjs';
import { own_name } from './support/words.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./support/person.mjs').Person} Person */

const portal_test = portal_tests();
const all = Object.keys(own_name);

/** What a browser asks for, and what it gets. @type {[string, string][]} */
const negotiated = [
    ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['pt-BR', 'pt'],
    ['nb-NO,nb', 'en'],
    ['nb,sv;q=0.5', 'sv'],
    ['fa-AF', 'fa'],
    ['in-ID', 'id'],
    ['de;q=0.2,fi;q=0.7', 'fi'],
    ['', 'en'],
    ...all.map((tag) => /** @type {[string, string]} */ ([tag, tag])),
];

portal_test('the first page comes in the best language of those that the browser asks for', {}, async ({ server }) => {
    for (const [wished, expected] of negotiated) {
        const answer = await fetch(`${server.url}/`, { headers: { 'Accept-Language': wished } });
        assert.equal(answer.headers.get('Content-Language'), expected, wished);
    }
    for (const [asked, expected] of [['zh-HK', 'zh-Hant'], ['pt-BR', 'pt'], ['nb', 'cs']]) {
        const answer = await fetch(`${server.url}/?lang=${asked}`, { headers: { 'Accept-Language': 'cs' } });
        assert.equal(answer.headers.get('Content-Language'), expected, `?lang=${asked}`);
    }
});

/** @param {Page} page */
const language_of = (page) => page.evaluate(() => document.documentElement.lang);

for (const [locale, expected] of [['zh-HK', 'zh-Hant'], ['nb-NO', 'en'], ['fa-AF', 'fa']]) {
    portal_test(`a browser in ${locale} is answered in ${expected}, by the server and by the program`, { language: locale }, async ({ person, page }) => {
        await person.opens('/');
        assert.equal(await language_of(page), expected);
        // No page of this address is drawn before, so that the program alone decides.
        await person.opens('/case');
        assert.equal(await language_of(page), expected);
        person.language = expected;
        await person.chooses_language('tr');
        for (const path of ['/', '/case']) {
            await person.opens(path);
            assert.equal(await language_of(page), 'tr', 'what was chosen goes before what the browser says');
        }
        await person.opens('/?lang=zh-TW');
        assert.equal(await language_of(page), 'zh-Hant', 'what a link says goes before what was chosen');
        await person.opens('/case');
        assert.equal(await language_of(page), 'zh-Hant', 'and is chosen from now on');
    });
}

/** What somebody is at work on. @param {Page} page */
const at_work = (page) =>
    page.evaluate(() => {
        const { id, value, selectionStart, selectionEnd } = /** @type {HTMLInputElement} */ (document.activeElement);
        const choices = [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('#mirror :checked'))];
        return { id, value, caret: [selectionStart, selectionEnd], chosen: choices.filter(({ type }) => type === 'radio').map((choice) => choice.id) };
    });

/** How many pixels the name of the language in its list lacks. Runs in the page. */
function cut_from_the_name() {
    const list = /** @type {HTMLSelectElement} */ (document.querySelector('header select'));
    const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(list);
    const ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    ruler.font = font;
    const room = list.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
    return Math.max(0, ruler.measureText(list.selectedOptions[0].text).width - room);
}

/** Goes once through all languages, and types a letter in each.
 * @param {Person} person @param {Page} page */
async function types_in_every_language(person, page) {
    for (const language of all) {
        await person.chooses_language(language);
        await page.keyboard.type('x');
        assert.equal(await page.evaluate(cut_from_the_name), 0, `the name of ${language} is cut`);
    }
}

portal_test('a change through all languages while somebody types loses nothing and leaves nothing behind', { size: 'phone', before: count_resources }, async ({ person, page }) => {
    await person.opens('/submit/contact');
    await person.chooses(person.t('visibility.confidential.label'));
    const [name, before, after] = [person.finds('textbox', person.t('submit.contact.name.label')), '回音 é ', ' نهاية'];
    await name.fill(before + after);
    await name.evaluate((/** @type {HTMLInputElement} */ field, caret) => {
        field.focus();
        field.setSelectionRange(caret, caret);
        Object.assign(field, { isTheSame: true });
    }, before.length);
    const begun = await at_work(page);
    assert.equal(begun.chosen.length, 1);

    const resources = await resources_of(page);
    await types_in_every_language(person, page);
    const once = await resources();
    await types_in_every_language(person, page);
    const twice = await resources();

    const typed = 'x'.repeat(2 * all.length);
    const caret = before.length + typed.length;
    assert.deepEqual(await at_work(page), { ...begun, value: before + typed + after, caret: [caret, caret] });
    assert.ok(await page.evaluate(() => 'isTheSame' in /** @type {Element} */ (document.activeElement)), 'it is the same field');
    assert.equal(twice.wasm_bytes, once.wasm_bytes, 'the memory of the program');
    assert.ok(twice.textures <= 8, `${twice.textures} pages of the atlas`);
    assert.ok(twice.nodes <= once.nodes + 20, `${once.nodes} nodes became ${twice.nodes}`);
    // What keeps the draft listens while it writes.
    await person.until(async () => (await resources()).listeners <= once.listeners, 'no listeners are left behind');
    assert.ok(twice.script_bytes < once.script_bytes + 300_000, `the scripts hold ${twice.script_bytes - once.script_bytes} bytes more`);
});
