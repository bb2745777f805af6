// The pseudo-language (tools/i18n pseudo) in place of a real one: the longest words that a translation may have, at 320
// CSS pixels, running from right to left; with HUIYIN_EVERY_LOOK=1 from left to right too.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { shows_every_look } from './support/looks.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { clipped, sideways } from './support/reading.mjs';
import { catalogues_program, root } from './support/repository.mjs';
import { comes_to_rest } from './support/rest.mjs';
import { every_screen, failed_requests } from './support/screens.mjs';
import { speaks_otherwise } from './support/words.mjs';

const portal_test = portal_tests();

/** Whose words are replaced, and by what. @type {[string, string[]][]} */
const replaced = [['ar', ['--mirrored']], ...(shows_every_look ? [/** @type {[string, string[]]} */ (['fi', []])] : [])];

for (const [language, options] of replaced) {
    const catalogue = execFileSync(catalogues_program, [root, 'pseudo', ...options], { encoding: 'utf8' });
    /** @param {import('playwright-core').Page} page */
    const speak = (page) => page.route(new RegExp(`/${language}\\.[0-9a-f]+\\.json$`), (route) => route.fulfill({ body: catalogue, contentType: 'application/json' }));
    portal_test(`the longest texts that a translation may have are not clipped at 320 pixels in place of ${language}`, { language, size: 'narrow', before: speak, complaints: [failed_requests], timeout_ms: 240_000 }, async ({ person, page, server }) => {
        speaks_otherwise(language, JSON.parse(catalogue));
        /** @type {string[]} */
        const found = [];
        for await (const screen of every_screen(person, server)) {
            await comes_to_rest(page);
            found.push(...[...(await page.evaluate(sideways)), ...(await page.evaluate(clipped))].map((fault) => `${screen}: ${fault}`));
        }
        assert.deepEqual(found, []);
    });
}
