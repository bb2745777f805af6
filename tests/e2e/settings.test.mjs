// Theme, size of text and the plain page: chosen in a dialog, kept for the next visit.
import assert from 'node:assert/strict';
import { portal_tests } from './support/portal_tests.mjs';
import { comes_to_rest, picture_at_rest } from './support/rest.mjs';

/** @typedef {import('./support/person.mjs').Person} Person */

const portal_test = portal_tests();

/** @param {Person} person */
async function opens_settings(person) {
    await person.clicks(person.t('settings.open'));
    await person.finds('dialog', person.t('settings.title')).waitFor();
}

/** A colour of the theme as the page has it. Runs in the page. @param {string} name */
const color_of = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`);

/** How many of the picture's points have each colour. Runs in an empty page. @param {string} picture as base64 */
async function count_colors(picture) {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(image.width, image.height).getContext('2d'));
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    /** @type {Record<string, number>} */
    const counts = {};
    for (let at = 0; at < data.length; at += 4) {
        const color = `rgb(${data[at]} ${data[at + 1]} ${data[at + 2]})`;
        counts[color] = (counts[color] ?? 0) + 1;
    }
    return counts;
}

/** What can be seen, the most frequent colour first. @param {import('playwright-core').Page} page */
async function seen_colors(page) {
    const picture = (await picture_at_rest(page)).toString('base64');
    const desk = await page.context().newPage();
    const counts = await desk.evaluate(count_colors, picture);
    await desk.close();
    return Object.entries(counts).sort(([, a], [, b]) => b - a).map(([color]) => color);
}

portal_test('the dialog keeps the focus inside, closes by Escape and gives the focus back', {}, async ({ person, page }) => {
    await person.opens('/');
    const opener = person.finds('button', person.t('settings.open'));
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = person.finds('dialog', person.t('settings.title'));
    await dialog.waitFor();
    for (let i = 0; i < 8; i += 1) {
        const is_behind = await dialog.evaluate((element) => document.activeElement !== document.body && !element.contains(document.activeElement));
        assert.ok(!is_behind, 'the page behind is inert');
        await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await person.until(() => opener.evaluate((button) => button === document.activeElement), 'the button has the focus again');
});

portal_test('a theme is shown at once and at the next visit', {}, async ({ person, page }) => {
    await person.opens('/');
    await opens_settings(person);
    const light = await page.evaluate(color_of, 'page');
    await person.chooses(person.t('settings.theme.dark'));
    await person.until(async () => (await page.evaluate(color_of, 'page')) !== light, 'the page is dark');
    const dark = await page.evaluate(color_of, 'page');
    await person.reloads();
    await person.until(async () => (await page.evaluate(color_of, 'page')) === dark, 'the page is dark again');
});

portal_test('without a choice the page follows the system, also while it is open', {}, async ({ person, page }) => {
    await person.opens('/');
    /** @type {string[]} */
    const seen = [await page.evaluate(color_of, 'page')];
    for (const media of /** @type {const} */ ([{ colorScheme: 'dark' }, { contrast: 'more' }, { colorScheme: 'light' }])) {
        await page.emulateMedia(media);
        await person.until(async () => !seen.includes(await page.evaluate(color_of, 'page')) || (await page.evaluate(color_of, 'line')) === 'rgb(0 0 0)', `the page follows ${JSON.stringify(media)}`);
        seen.push(await page.evaluate(color_of, 'page'));
    }
});

portal_test('forced colours leave nothing on the canvas but the colours of the system', {}, async ({ person, page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await person.opens('/');
    const [ink, surface] = [await page.evaluate(color_of, 'ink'), await page.evaluate(color_of, 'page')];
    const system = await page.evaluate(() => {
        const { style } = document.body.appendChild(document.createElement('i'));
        style.color = 'CanvasText';
        style.backgroundColor = 'Canvas';
        const { color, backgroundColor } = getComputedStyle(/** @type {Element} */ (document.body.lastElementChild));
        return [color, backgroundColor];
    });
    assert.deepEqual([ink, surface], system.map((color) => color.replaceAll(',', '')));
    const seen = await seen_colors(page);
    assert.deepEqual(new Set(seen.slice(0, 2)), new Set([ink, surface]));
    const visibility = await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.getElementById('canvas'))).visibility);
    assert.equal(visibility, 'visible');
});

portal_test('forced colours leave lists an arrow that shows what they are', {}, async ({ person, page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await person.opens('/');
    const arrow = await person.finds('combobox', person.t('language.choose')).evaluate((list) => getComputedStyle(list).appearance);
    assert.notEqual(arrow, 'none', 'the system takes our own arrow away and shows its own');
});

portal_test('the plain page comes and goes, is kept, and the canvas page is as it was', {}, async ({ person, page }) => {
    await person.opens('/track');
    const title = page.getByRole('heading', { level: 1 });
    const before = await title.boundingBox();
    await opens_settings(person);
    await person.chooses(person.t('settings.page.plain'));
    await page.waitForSelector('body.plain');
    await person.clicks(person.t('settings.close'));
    await person.reloads();
    await page.waitForSelector('body.plain');
    await opens_settings(person);
    await person.chooses(person.t('settings.page.full'));
    await page.waitForSelector('body:not(.plain)');
    await person.clicks(person.t('settings.close'));
    await person.until(async () => JSON.stringify(await title.boundingBox()) === JSON.stringify(before), 'the title stands where it stood');
    const brand = await page.evaluate(color_of, 'brand');
    await person.until(async () => (await seen_colors(page)).includes(brand), 'the canvas is painted again');
});

portal_test('text of twice the size fits into 320 pixels', { size: 'narrow' }, async ({ person, page }) => {
    await person.opens('/submit/contact');
    await opens_settings(person);
    await person.selects(person.t('settings.text.label'), '200 %');
    await person.clicks(person.t('settings.close'));
    await comes_to_rest(page);
    const size = await page.getByRole('heading', { level: 1 }).evaluate((title) => parseFloat(getComputedStyle(title).fontSize));
    assert.ok(size >= 48, `the title is set in ${size} pixels`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(width, 320);
});
