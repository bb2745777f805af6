// What is printed is the page itself in black on white: every word is there, none is cut, and nothing to press.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { staff_reply, story_of, submits, tracks } from './support/journey.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { in_repository } from './support/repository.mjs';
import { languages_of } from './support/words.mjs';

const portal_test = portal_tests();

/** @param {string} text */
const without_space = (text) => text.replace(/[\s\u2066-\u2069\u200e\u200f]+/g, '');

/** Prints the page to build/e2e and reads the paper.
 * @param {import('playwright-core').Page} page @param {string} name */
async function print(page, name) {
    const folder = in_repository('build/e2e');
    mkdirSync(folder, { recursive: true });
    const file = `${folder}/${name}.pdf`;
    writeFileSync(file, await page.pdf({ format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } }));
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
    return { text: without_space(text), beside: words_beside(boxes) };
}

/** Words that reach into the paper's margins at its sides, or over its edges. @param {string} boxes as pdftotext writes them */
function words_beside(boxes) {
    const [, width, height] = (/<page width="([\d.]+)" height="([\d.]+)"/.exec(boxes) ?? []).map(Number);
    const least = 28;
    const words = [...boxes.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)/g)];
    assert.ok(words.length > 20, 'the paper is not empty');
    return words
        .filter(([, x, y, right, bottom]) => Number(x) < least || Number(y) < 0 || Number(right) > width - least || Number(bottom) > height)
        .map(([, , , , , word]) => word);
}

/** A translation that the reply carries. */
const [translation, translator] = ['路灯已经修好。', 'Zhao Min'];
const translated = ['--translation', translation, '--into', 'zh-Hans', '--by', translator];

for (const language of languages_of('print')) {
    portal_test(`receipt and case are printed whole in ${language}`, { language, size: 'phone' }, async ({ person, page, server }) => {
        const receipt = await submits(person);
        const paper = await print(page, `receipt-${language}`);
        assert.deepEqual(paper.beside, []);
        for (const words of [receipt.number, receipt.code]) assert.ok(paper.text.includes(words), `"${words}" is printed`);
        assert.ok(!paper.text.includes(without_space(person.t('receipt.number.copy'))), 'there is nothing to press');
        await person.until(() => page.locator('#canvas').isVisible(), 'the canvas is back');

        await staff_reply(server, receipt.number, story_of(person).reply, ...translated);
        await tracks(person, receipt);
        await person.sees(story_of(person).reply);
        const written = await print(page, `case-${language}`);
        assert.deepEqual(written.beside, []);
        const { reply, description, address } = story_of(person);
        // Arabic stands on paper as shapes in the order of the eye.
        const all = language === 'ar' ? [receipt.number] : [receipt.number, reply, translation, translator, description, address, person.t('stage.replied.label')];
        for (const words of all) assert.ok(written.text.includes(without_space(words)), `"${words}" is printed`);
        await person.clicks(person.t('case.feedback.give'));
        await person.reads_heading(person.t('feedback.title'));
    });
}

portal_test('dark pages are printed black on white', { size: 'phone', dark: true }, async ({ person, page }) => {
    await person.opens('/');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const color = await page.getByRole('heading', { level: 1 }).evaluate((title) => getComputedStyle(title).color);
    assert.equal(color, 'rgb(0, 0, 0)');
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await person.until(() => page.locator('#canvas').isVisible(), 'the canvas is back');
});
