// The graphics driver may take the canvas away at any time; picture and text come back.
import assert from 'node:assert/strict';
import { submits, tracks } from './support/journey.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { picture_at_rest } from './support/rest.mjs';

const portal_test = portal_tests();

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {'loseContext' | 'restoreContext'} what */
async function driver(page, what) {
    await page.evaluate((name) => {
        const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('#portal canvas'));
        const kept = /** @type {any} */ (globalThis);
        const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
        kept.losing ??= /** @type {WebGLRenderingContext} */ (gl).getExtension('WEBGL_lose_context');
        const event = name === 'loseContext' ? 'webglcontextlost' : 'webglcontextrestored';
        return new Promise((resolve) => {
            canvas.addEventListener(event, () => resolve(undefined), { once: true });
            kept.losing[name]();
        });
    }, what);
}

for (const size of /** @type {const} */ (['phone', 'desktop'])) {
    portal_test(`picture and text come back on a ${size}`, { size }, async ({ person, page }) => {
        await person.opens('/');
        const before = await picture_at_rest(page);
        const words = await person.whole_page();
        await driver(page, 'loseContext');
        assert.equal(await person.whole_page(), words);
        await driver(page, 'restoreContext');
        assert.equal(await person.whole_page(), words);
        await person.until(async () => (await picture_at_rest(page)).equals(before), 'the picture is as it was');
    });
}

portal_test('what is typed while the canvas is gone is kept', { size: 'phone' }, async ({ person, page }) => {
    await person.opens('/submit/description');
    const field = page.getByRole('textbox').first();
    await field.pressSequentially('The street lamp ');
    await driver(page, 'loseContext');
    await field.pressSequentially('is out.');
    await driver(page, 'restoreContext');
    assert.equal(await field.inputValue(), 'The street lamp is out.');
});

portal_test('a graphics card that is gone for good leaves a page that works', { size: 'phone' }, async ({ person, page, server }) => {
    await page.clock.install();
    await person.opens('/submit/description');
    const field = page.getByRole('textbox').first();
    await field.pressSequentially('The street lamp ');
    await driver(page, 'loseContext');
    await field.pressSequentially('is out.');
    await page.clock.fastForward(10_000);
    await person.until(() => page.locator('#canvas').isHidden(), 'the page is plain');
    assert.equal(await field.inputValue(), 'The street lamp is out.');
    assert.ok(await field.evaluate((element) => element === document.activeElement), 'the focus has stayed');
    await page.clock.resume();
    const receipt = await submits(person);
    await tracks(person, receipt);
    await person.sees(person.t('stage.received.label'));
    assert.equal((await server.case_numbers()).filter((number) => number === receipt.number).length, 1);
});
