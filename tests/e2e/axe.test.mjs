// axe finds nothing on any screen, in any language.
import assert from 'node:assert/strict';
import { axe_violations } from './support/axe.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { every_screen, not_found } from './support/screens.mjs';
import { languages } from './support/words.mjs';

const portal_test = portal_tests();

for (const language of languages) {
    portal_test(`axe finds nothing wrong in ${language}`, { language, size: 'phone', timeout_ms: 240_000, complaints: [not_found] }, async ({ person, page, server }) => {
        /** @type {string[]} */
        const found = [];
        for await (const screen of every_screen(person, server)) {
            found.push(...(await axe_violations(page)).map((violation) => `${screen}: ${violation}`));
        }
        assert.deepEqual(found, []);
    });
}

portal_test('axe finds a fault', { size: 'phone' }, async ({ person, page }) => {
    await person.opens('/');
    await page.evaluate(() => document.body.append(document.createElement('input')));
    assert.match((await axe_violations(page)).join('\n'), /^label/m);
});
