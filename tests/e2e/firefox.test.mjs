// The same journey in Firefox, canvas and all.
import assert from 'node:assert/strict';
import { launch_firefox, launch_firefox_with_latin_alone } from './support/browser.mjs';
import { gives_feedback_and_reopens, staff_reply, story_of, submits, tracks } from './support/journey.mjs';
import { pictures_of } from './support/letters.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { languages } from './support/words.mjs';

const portal_test = portal_tests(launch_firefox);
const bare_machine_test = portal_tests(launch_firefox_with_latin_alone);

/** Of three scripts, that every machine has not. */
const letters = 'कखग街区報ไทย';
const nobodys = '\uE000';

for (const language of languages) {
    portal_test(`a case goes its whole way in Firefox in ${language}`, { language }, async ({ person, page, server }) => {
        const receipt = await submits(person);
        await staff_reply(server, receipt.number, story_of(person).reply);
        await tracks(person, receipt);
        await person.sees(story_of(person).reply);
        await gives_feedback_and_reopens(person);
        await person.sees(person.t('stage.reopened.label'));
        assert.ok(await page.evaluate(() => Reflect.get(globalThis, 'huiyin').draws > 0), 'the canvas is painted');
    });
}

/** What was fetched for letters. @param {import('playwright-core').Page} page @returns {string[]} grows */
function fetched_fonts(page) {
    /** @type {string[]} */
    const fetched = [];
    page.on('request', (request) => /letters\.\w+\.json|\.woff2/.test(request.url()) && fetched.push(new URL(request.url()).pathname));
    return fetched;
}

bare_machine_test('letters for which Firefox shows numbers get their pictures', {}, async ({ person, page, server }) => {
    // A page that knows none of our fonts.
    await page.goto(`${server.url}/healthz`);
    const before = await page.evaluate(pictures_of, nobodys + letters);
    assert.equal(new Set(before).size, before.length, 'each missing letter is drawn with a number of its own');
    await person.opens('/submit/description');
    await person.types(person.t('submit.description.label'), letters);
    const is_drawn_anew = async () => (await page.evaluate(pictures_of, letters)).every((picture, at) => picture !== before[at + 1]);
    await person.until(is_drawn_anew, 'every letter is drawn by a font that came');
    assert.deepEqual(await page.evaluate(pictures_of, nobodys), before.slice(0, 1), 'what no font has still shows its number');
});

portal_test('a machine that has the letters fetches none in Firefox', {}, async ({ person, page }) => {
    const fetched = fetched_fonts(page);
    await person.opens('/submit/description');
    await person.types(person.t('submit.description.label'), letters);
    await person.until(async () => page.evaluate(() => Reflect.get(globalThis, 'huiyin').draws > 0), 'the canvas is painted');
    assert.deepEqual(fetched, []);
});
