// What people write, in any script: every character is on the page, and no line is wider than its place.
// HUIYIN_EVERY_TEXT=1 goes through 46 languages instead of one.
import assert from 'node:assert/strict';
import { declaration_in, declarations } from './support/declaration.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { comes_to_rest } from './support/rest.mjs';
import { own_name } from './support/words.mjs';

const portal_test = portal_tests();
const chosen = process.env.HUIYIN_EVERY_TEXT === '1' ? [...declarations.keys()] : ['th'];
const widths = [320, 768, 1280];

/** As long as a description may be. @param {string} tag */
const text_in = (tag) => [...declaration_in(tag).normalize('NFC')].slice(0, 3_900).join('').trim();

/** Runs in the page: what is wrong with the lines of the element that says just this. @param {string} words */
function faults_of_lines(words) {
    const element = [...document.querySelectorAll('#mirror [data-lines]')].find(({ textContent }) => textContent?.trim() === words);
    if (!element) return ['the text is not on the page as it was written'];
    const place = element.getBoundingClientRect();
    const range = document.createRange();
    return [...element.querySelectorAll('.line')].flatMap(({ firstChild, textContent }) => {
        if (!firstChild || !textContent?.trim()) return [];
        // White space at the end of a line hangs over its edge.
        range.setStart(firstChild, 0);
        range.setEnd(firstChild, textContent.trimEnd().length);
        const { left, right } = range.getBoundingClientRect();
        return left < place.left - 1 || right > place.right + 1 ? [`${Math.round(right - left)} of ${Math.round(place.width)}: ${textContent}`] : [];
    });
}

for (const tag of chosen) {
    const language = own_name[tag] ? tag : 'en';
    portal_test(`a long text in ${tag} is on the page with every character, in lines that fit`, { language, size: 'desktop' }, async ({ person, page }) => {
        const text = text_in(tag);
        await person.opens('/submit/description');
        await person.types(person.t('submit.description.label'), text);
        await person.clicks(person.t('submit.continue'));
        await person.reads_heading(person.t('submit.contact.title'));
        await person.opens('/submit/check');
        await person.reads_heading(person.t('submit.check.title'));
        for (const width of widths) {
            await page.setViewportSize({ width, height: 800 });
            await page.waitForFunction((wanted) => /** @type {HTMLElement} */ (document.getElementById('mirror')).getBoundingClientRect().width === wanted, width);
            await comes_to_rest(page);
            assert.deepEqual(await page.evaluate(faults_of_lines, text), [], `at ${width}`);
        }
    });
}
