// 1280 CSS pixels at 400 %, and text as a reader wants it: one column, nothing lost, nothing to be scrolled sideways.
import assert from 'node:assert/strict';
import { faults_for_all } from './support/axe.mjs';
import { Wardrobe, shows_every_look } from './support/looks.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { clipped, places, sideways, space_text, unseen_focus } from './support/reading.mjs';
import { comes_to_rest } from './support/rest.mjs';
import { every_screen, failed_requests } from './support/screens.mjs';
import { languages_of } from './support/words.mjs';

/** @typedef {import('playwright-core').Page} Page */

const portal_test = portal_tests();
const languages = languages_of('reflow');

/** What is wrong with a page with and without a reader's own text spacing. @param {Page} page */
async function faults_of(page) {
    const found = [...(await page.evaluate(sideways)), ...(await page.evaluate(clipped)), ...(await page.evaluate(unseen_focus))];
    const usual = await page.evaluate(places);
    await page.evaluate(space_text, true);
    await comes_to_rest(page);
    if ((await page.evaluate(places)) === usual) found.push('the page does not follow the text spacing');
    found.push(...[...(await page.evaluate(sideways)), ...(await page.evaluate(clipped))].map((fault) => `with spaced text: ${fault}`));
    await page.evaluate(space_text, false);
    await comes_to_rest(page);
    return found;
}

languages.forEach((language, at) => {
    const timeout_ms = shows_every_look ? 900_000 : 240_000;
    portal_test(`at 400 % nothing is lost, nothing scrolls sideways, what has focus is seen, and axe finds nothing wrong in ${language}`, { language, size: 'narrow', timeout_ms, complaints: [failed_requests] }, async ({ person, page, server }) => {
        const wardrobe = new Wardrobe(page, at);
        /** @type {string[]} */
        const found = [];
        for await (const screen of every_screen(person, server)) {
            found.push(...(await faults_of(page)).map((fault) => `${screen}: ${fault}`));
            found.push(...(await wardrobe.looks(() => faults_for_all(page, 'canvas'))).map((fault) => `${screen}, ${fault}`));
        }
        assert.deepEqual(found, []);
        wardrobe.assert_that_all_were_worn();
    });
});

/** As somebody's browser sets text by default. @param {Page} page @param {number} size CSS pixels */
async function set_text_size(page, size) {
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
}

portal_test('text of twice the size, by the browser, is followed on every screen at 320 pixels', { size: 'narrow', timeout_ms: 240_000, complaints: [failed_requests], before: (page) => set_text_size(page, 32) }, async ({ person, page, server }) => {
    /** @type {string[]} */
    const found = [];
    for await (const screen of every_screen(person, server)) {
        const size = await page.getByRole('heading', { level: 1 }).first().evaluate((title) => parseFloat(getComputedStyle(title).fontSize));
        if (size < 48) found.push(`${screen}: the title is set in ${size} pixels`);
        found.push(...(await page.evaluate(sideways)).map((fault) => `${screen}: ${fault}`));
    }
    assert.deepEqual(found, []);
});

portal_test('pinch zoom enlarges the page', { size: 'phone' }, async ({ person, page, context }) => {
    await person.opens('/');
    const session = await context.newCDPSession(page);
    await session.send('Input.synthesizePinchGesture', { x: 180, y: 300, scaleFactor: 2 });
    await person.until(() => page.evaluate(() => (visualViewport?.scale ?? 1) > 1.5), 'the page is enlarged');
});
