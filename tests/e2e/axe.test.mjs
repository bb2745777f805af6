// axe finds nothing on any screen, in any language, theme and mode, and fingers find every control. Here in plain mode
// and before the program is there; beside the canvas in reflow.test.mjs, on the same kind of walk.
import assert from 'node:assert/strict';
import { axe_violations, faults_for_all } from './support/axe.mjs';
import { Wardrobe, keep_mode, shows_every_look } from './support/looks.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { every_screen, failed_requests } from './support/screens.mjs';
import { languages_of } from './support/words.mjs';

/** @typedef {import('playwright-core').Page} Page */

const portal_test = portal_tests();
const languages = languages_of('axe');
/** Windows for fingers. */
const sizes = /** @type {const} */ (['phone', 'tablet', 'kiosk']);
const timeout_ms = shows_every_look ? 900_000 : 240_000;
const before = (/** @type {Page} */ page) => keep_mode(page, 'plain');

languages.forEach((language, at) => {
    const size = sizes[at % sizes.length];
    portal_test(`axe finds nothing wrong in plain mode in ${language} on a ${size}`, { language, size, before, timeout_ms, complaints: [failed_requests] }, async ({ person, page, server }) => {
        const wardrobe = new Wardrobe(page, languages.length + at);
        /** @type {string[]} */
        const found = [];
        for await (const screen of every_screen(person, server)) {
            found.push(...(await wardrobe.looks(() => faults_for_all(page, 'plain'))).map((fault) => `${screen}, ${fault}`));
        }
        assert.deepEqual(found, []);
        wardrobe.assert_that_all_were_worn();
    });

    portal_test(`axe finds nothing wrong before the program is there in ${language} on a ${size}`, { language, size, timeout_ms }, async ({ person, page }) => {
        await page.route('**/*.wasm', () => undefined);
        /** @type {string[]} */
        const found = [];
        for (const [count, path] of ['/', '/submit', '/track', '/feedback'].entries()) {
            await page.goto(person.url + path, { waitUntil: 'domcontentloaded' });
            const wardrobe = new Wardrobe(page, at + count);
            found.push(...(await wardrobe.looks(() => faults_for_all(page, 'plain'))).map((fault) => `${path}, ${fault}`));
            assert.ok(await page.evaluate(() => document.body.classList.contains('start')));
        }
        assert.deepEqual(found, []);
    });
});

/** What might be wrong with a page, and what is said of it. Each runs in the page.
 * @type {Record<string, {spoils: () => unknown, noticed: RegExp}>} */
const wrongs = {
    'a field without a name': { spoils: () => document.body.append(document.createElement('input')), noticed: /^label/m },
    'words that are too pale': { spoils: () => document.querySelector('h1')?.style.setProperty('color', '#aaa'), noticed: /^contrast: .*insufficient[^]*h1/m },
    'a control that is too small': { spoils: () => /** @type {HTMLElement} */ (document.querySelector('main a')).style.setProperty('padding', '0', 'important'), noticed: /^A#/m },
};

portal_test('what is wrong in plain mode is noticed', { size: 'phone', before }, async ({ person, page }) => {
    for (const [what, { spoils, noticed }] of Object.entries(wrongs)) {
        await person.opens('/submit/place');
        assert.deepEqual(await faults_for_all(page, 'plain'), []);
        await page.evaluate(spoils);
        assert.match((await faults_for_all(page, 'plain')).join('\n'), noticed, what);
    }
});

portal_test('what is wrong beside the canvas is noticed', { size: 'phone' }, async ({ person, page }) => {
    await person.opens('/track');
    await person.types(person.t('track.number.label'), 'HY');
    assert.deepEqual(await faults_for_all(page, 'canvas'), []);
    await page.evaluate(() => document.querySelector('input')?.style.setProperty('color', '#aaa'));
    assert.match((await faults_for_all(page, 'canvas')).join('\n'), /^contrast: .*insufficient[^]*<input/m);
    await page.evaluate(wrongs['a field without a name'].spoils);
    assert.match((await axe_violations(page)).join('\n'), /^label/m);
});
