// The same journey in Firefox, canvas and all.
import assert from 'node:assert/strict';
import { launch_firefox } from './support/browser.mjs';
import { gives_feedback_and_reopens, staff_reply, story_of, submits, tracks } from './support/journey.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { languages } from './support/words.mjs';

const portal_test = portal_tests(launch_firefox);

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
