// One case from a citizen's hand to the database and back, in every language, on a phone and on a desktop.
import { sizes } from './support/browser.mjs';
import {
    fills_in_everything,
    gives_feedback_and_reopens,
    presses_send,
    reads_receipt,
    staff_reply,
    story_of,
    tracks,
} from './support/journey.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { languages, languages_of } from './support/words.mjs';

const portal_test = portal_tests();

for (const size of /** @type {const} */ (['phone', 'desktop'])) {
    for (const language of size === 'phone' ? languages : languages_of('journey on a desktop')) {
        portal_test(`a case goes its whole way in ${language} on a ${size}`, { size, ratio: sizes[size].deviceScaleFactor }, async ({ person, server }) => {
            await person.opens('/');
            await person.chooses_language(language);
            await person.reads_heading(person.t('home.title'));
            await person.sees(person.t('home.emergency.text'));
            await person.clicks(person.t('home.submit.start'));
            await fills_in_everything(person);
            await person.sees(story_of(person).description);
            await presses_send(person);
            const receipt = await reads_receipt(person);

            await staff_reply(server, receipt.number, story_of(person).reply);

            await tracks(person, receipt);
            await person.sees(person.t('stage.replied.label'));
            await person.sees(person.t_like('case.unit'));
            await person.sees(story_of(person).reply);
            await gives_feedback_and_reopens(person);
            await person.sees(person.t('stage.reopened.label'));
            await person.sees(story_of(person).reason);
        });
    }
}
