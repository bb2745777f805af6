// What a person does wrong is told at once, beside its field and in a summary that takes focus.
import assert from 'node:assert/strict';
import { submit_pages } from './support/journey.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { languages_of } from './support/words.mjs';

const portal_test = portal_tests();

/** @type {Record<string, string>} */
const problem_on = {
    '/submit': 'problem.nature.required',
    '/submit/category': 'problem.category.required',
    '/submit/place': 'problem.district.required',
    '/submit/description': 'problem.description.required',
    '/submit/contact': 'problem.visibility.required',
};

for (const language of languages_of('problems')) {
    for (const { path } of submit_pages) {
        portal_test(`an empty ${path} tells its problem in ${language}`, { language, size: 'phone' }, async ({ person, page }) => {
            await person.opens(path);
            await person.clicks(person.t('submit.continue'));
            const words = person.t(problem_on[path]);
            await page.getByText(words).nth(1).waitFor();
            await person.until(
                () => page.evaluate((said) => document.activeElement?.textContent?.includes(said) ?? false, words),
                'the summary has focus',
            );
            await person.finds('link', words).click();
            await person.until(
                () => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid') === 'true'),
                'the line of the summary has led to the field',
            );
        });
    }
}

portal_test('a description that is too long is kept whole and refused', { size: 'phone' }, async ({ person, page }) => {
    await person.opens('/submit/description');
    const text = 'A'.repeat(4_001);
    await person.types(person.t('submit.description.label'), text);
    await person.clicks(person.t('submit.continue'));
    await person.sees(/4,000/);
    assert.equal((await page.getByRole('textbox').inputValue()).length, 4_001);
});
