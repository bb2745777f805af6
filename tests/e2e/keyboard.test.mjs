// The whole journey without a mouse.
import assert from 'node:assert/strict';
import { KeyboardPerson } from './support/keyboard_person.mjs';
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
import { languages_of } from './support/words.mjs';

const portal_test = portal_tests();

for (const language of languages_of('keyboard')) {
    portal_test(`a case goes its whole way by keyboard alone in ${language}`, { language }, async ({ page, server }) => {
        const person = new KeyboardPerson(page, server.url, language);
        await person.opens('/');
        await person.clicks(person.t('home.submit.start'));
        await fills_in_everything(person);
        await presses_send(person);
        const receipt = await reads_receipt(person);
        await staff_reply(server, receipt.number, story_of(person).reply);
        await tracks(person, receipt);
        await person.sees(story_of(person).reply);
        await gives_feedback_and_reopens(person);
        await person.sees(person.t('stage.reopened.label'));
    });
}

portal_test('Enter in a field sends its form', {}, async ({ page, server }) => {
    const person = new KeyboardPerson(page, server.url, 'en');
    await person.opens('/track');
    await person.types(person.t('track.number.label'), 'nonsense');
    await page.keyboard.press('Enter');
    await person.sees(person.t('problem.number.invalid'));
});

portal_test('the first stop of Tab skips to the main content', {}, async ({ person, page }) => {
    await person.opens('/');
    await page.keyboard.press('Tab');
    const skip = person.finds('link', person.t('page.skip'));
    assert.ok(await skip.evaluate((link) => link === document.activeElement));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.ok(await page.getByRole('main').evaluate((main) => main.contains(document.activeElement)));
});

portal_test('what has focus has a visible outline', {}, async ({ person, page }) => {
    await person.opens('/');
    for (let i = 0; i < 12; i += 1) {
        await page.keyboard.press('Tab');
        const outline = await page.evaluate(() => {
            const focused = document.activeElement;
            if (!focused || focused === document.body) return null;
            const { outlineStyle, outlineWidth } = getComputedStyle(focused);
            return { name: focused.textContent, visible: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
        });
        if (outline) assert.ok(outline.visible, `"${outline.name}" shows its focus`);
    }
});
