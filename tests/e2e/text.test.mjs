// The words on the canvas are text: they can be selected with the mouse, copied, and found with the browser's search.
import assert from 'node:assert/strict';
import { portal_tests } from './support/portal_tests.mjs';
import { languages, languages_of } from './support/words.mjs';

const portal_test = portal_tests();

/** @param {import('playwright-core').Page} page */
const is_right_to_left = (page) => page.evaluate(() => document.documentElement.dir === 'rtl');

for (const size of /** @type {const} */ (['phone', 'desktop'])) {
    for (const language of size === 'phone' ? languages : languages_of('text on a desktop')) {
        portal_test(`text is selected with the mouse and copied in ${language} on a ${size}`, { language, size }, async ({ person, page, context }) => {
            await context.grantPermissions(['clipboard-read', 'clipboard-write']);
            await person.opens('/');
            const words = person.t('home.lead');
            const box = await page.getByText(words).boundingBox();
            assert.ok(box);
            const [start, end] = (await is_right_to_left(page)) ? [box.x + box.width - 1, box.x + 1] : [box.x + 1, box.x + box.width - 1];
            await page.mouse.move(start, box.y + 4);
            await page.mouse.down();
            await page.mouse.move(end, box.y + box.height - 4, { steps: 8 });
            await page.mouse.up();
            assert.equal(await page.evaluate(() => String(getSelection()).trim()), words);
            await page.keyboard.press('Control+C');
            const copied = await page.evaluate(() => navigator.clipboard.readText());
            assert.equal(copied.trim(), words);
        });
    }
}

for (const language of languages_of('text in a search')) {
    portal_test(`the browser's search finds words where they are seen in ${language}`, { language, size: 'phone' }, async ({ person, page }) => {
        await person.opens('/');
        for (const key of ['home.title', 'home.next.reply', 'footer.hotline']) {
            const words = person.t(key);
            await page.evaluate(() => getSelection()?.removeAllRanges());
            const found = await page.evaluate((wanted) => Reflect.get(globalThis, 'find')(wanted), words);
            assert.ok(found, `"${words}" is found`);
            const place = await page.evaluate(() => {
                const { x, y, width, height } = /** @type {Selection} */ (getSelection()).getRangeAt(0).getBoundingClientRect();
                return { x, y, width, height };
            });
            const box = await page.getByText(words).first().boundingBox();
            assert.ok(box && place.height > 0, `"${words}" has a place`);
            // The white space at the end of a line hangs over its edge.
            const begins = (await is_right_to_left(page)) ? box.x + box.width - place.x - place.width : place.x - box.x;
            assert.ok(Math.abs(begins) <= 8, `"${words}" begins where its line begins`);
            const is_there = place.x >= box.x - 8 && place.y >= box.y - 2 && place.x + place.width <= box.x + box.width + 8;
            assert.ok(is_there, `"${words}" is marked where it stands`);
            assert.ok(place.y >= 0 && place.y < 740, `"${words}" was brought into view`);
        }
    });
}
