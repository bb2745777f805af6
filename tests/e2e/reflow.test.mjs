// 320 CSS pixels wide, and text as large as a reader wants it: one column, nothing to be scrolled sideways.
import assert from 'node:assert/strict';
import { portal_tests } from './support/portal_tests.mjs';
import { every_screen, not_found } from './support/screens.mjs';
import { languages } from './support/words.mjs';

const portal_test = portal_tests();

/** What reaches beyond the window. Runs in the page. */
function sideways() {
    const width = document.documentElement.clientWidth;
    const beyond = [...document.querySelectorAll('#portal *')].filter((element) => {
        const { left, right, width: own } = element.getBoundingClientRect();
        return own > 0 && (left < -1 || right > width + 1);
    });
    const scrolls = document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
    return [...scrolls, ...beyond.map((element) => `${element.tagName}#${element.id} "${element.textContent?.slice(0, 40)}"`)];
}

for (const language of languages) {
    portal_test(`nothing scrolls sideways at 320 pixels in ${language}`, { language, size: 'narrow', timeout_ms: 240_000, complaints: [not_found] }, async ({ person, page, server }) => {
        /** @type {string[]} */
        const found = [];
        for await (const screen of every_screen(person, server)) {
            found.push(...(await page.evaluate(sideways)).map((fault) => `${screen}: ${fault}`));
        }
        assert.deepEqual(found, []);
    });
}

portal_test('pinch zoom enlarges the page', { size: 'phone' }, async ({ person, page, context }) => {
    await person.opens('/');
    const session = await context.newCDPSession(page);
    await session.send('Input.synthesizePinchGesture', { x: 180, y: 300, scaleFactor: 2 });
    await person.until(() => page.evaluate(() => (visualViewport?.scale ?? 1) > 1.5), 'the page is enlarged');
});
