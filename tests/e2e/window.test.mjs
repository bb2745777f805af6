// Windows change while people are at work: size, resolution, and hours in the background.
import assert from 'node:assert/strict';
import { submits, tracks } from './support/journey.mjs';
import { portal_tests } from './support/portal_tests.mjs';

const portal_test = portal_tests();

/** @typedef {import('playwright-core').Page} Page */

const words = 'The street lamp is out.';

/** The canvas as the screen has it. @param {Page} page */
function canvas_fits(page) {
    return page.evaluate(() => {
        const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
        const { width } = canvas.getBoundingClientRect();
        const is_as_wide = Math.abs(width - document.documentElement.clientWidth) < 1;
        return is_as_wide && Math.abs(canvas.width - width * devicePixelRatio) < 1;
    });
}

/** Nothing reaches beyond the window. @param {Page} page */
function is_inside(page) {
    return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
}

portal_test('a window that is resized all the time keeps what is typed, its focus and its picture', {}, async ({ person, page }) => {
    await person.opens('/submit/description');
    const field = person.finds('textbox', person.t('submit.description.label'));
    await field.focus();
    for (const [at, letter] of [...words].entries()) {
        await page.setViewportSize({ width: 320 + 37 * at, height: 300 + 23 * ((at * 7) % 20) });
        await page.keyboard.type(letter);
    }
    assert.equal(await field.inputValue(), words);
    assert.ok(await field.evaluate((element) => element === document.activeElement), 'the focus has stayed');
    for (const width of [320, 768, 1440, 360]) {
        await page.setViewportSize({ width, height: 740 });
        await person.until(() => canvas_fits(page), `the canvas is ${width} wide`);
        assert.ok(await is_inside(page), `nothing scrolls sideways at ${width}`);
    }
});

portal_test('another resolution is painted as sharply', { size: 'phone' }, async ({ person, page, context }) => {
    await person.opens('/submit/description');
    const field = person.finds('textbox', person.t('submit.description.label'));
    await field.pressSequentially(words.slice(0, 10));
    const session = await context.newCDPSession(page);
    for (const [width, deviceScaleFactor] of [[361, 1], [360, 1.5], [361, 3], [320, 4], [360, 2]]) {
        await session.send('Emulation.setDeviceMetricsOverride', { width, height: 740, deviceScaleFactor, mobile: true });
        await person.until(() => canvas_fits(page), `the canvas has ${deviceScaleFactor} pixels to one`);
    }
    await field.pressSequentially(words.slice(10));
    assert.equal(await field.inputValue(), words);
});

/** Runs in the page. @param {boolean} hidden */
function set_hidden(hidden) {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
    document.dispatchEvent(new Event('visibilitychange'));
}

portal_test('a tab that was hidden for hours has its words and its time again', { size: 'phone', own_server: true }, async ({ person, page }) => {
    const receipt = await submits(person);
    await page.clock.install();
    await tracks(person, receipt);
    await person.clicks(person.t('case.message.add'));
    await person.types(person.t('case.text.label'), words);
    const due = page.getByText(/\(in .+\)/);
    const before = await due.first().innerText();
    const frames = () => page.evaluate(() => Reflect.get(globalThis, 'huiyin').frames);
    await page.evaluate(set_hidden, true);
    const at_start = await frames();
    await page.clock.fastForward('05:00:00');
    // Skipping hours fires each timer once; what goes on and on shows in seconds.
    await page.clock.runFor(5_000);
    assert.ok((await frames()) - at_start < 10, 'a hidden tab does nearly nothing');
    await page.evaluate(set_hidden, false);
    await person.until(async () => (await due.first().innerText()) !== before, 'the time that is left is told anew');
    assert.equal(await person.typed_in(person.t('case.text.label')), words);
});
