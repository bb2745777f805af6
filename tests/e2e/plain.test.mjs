// Without WebGL the mirror alone is a complete portal.
import assert from 'node:assert/strict';
import { launch_without_webgl } from './support/browser.mjs';
import { axe_violations } from './support/axe.mjs';
import { gives_feedback_and_reopens, staff_reply, story_of, submits, tracks } from './support/journey.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { languages_of } from './support/words.mjs';

const portal_test = portal_tests(launch_without_webgl);

for (const language of languages_of('plain')) {
    portal_test(`a case goes its whole way without WebGL in ${language}`, { language, size: 'phone' }, async ({ person, page, server }) => {
        const has_webgl = await page.evaluate(() => document.createElement('canvas').getContext('webgl') !== null);
        assert.ok(!has_webgl, 'this browser has no WebGL');
        const receipt = await submits(person);
        await staff_reply(server, receipt.number, story_of(person).reply);
        await tracks(person, receipt);
        await person.sees(story_of(person).reply);
        await gives_feedback_and_reopens(person);
        await person.sees(person.t('stage.reopened.label'));
        assert.deepEqual(await axe_violations(page), []);
    });
}

portal_test('text can be read without the canvas, on pages that were sent and on those that were not', { size: 'phone' }, async ({ person, page }) => {
    for (const path of ['/', '/submit/description']) {
        await person.opens(path);
        const color = await page.getByRole('heading', { level: 1 }).evaluate((title) => getComputedStyle(title).color);
        assert.doesNotMatch(color, /, 0\)$|transparent/, path);
    }
});
