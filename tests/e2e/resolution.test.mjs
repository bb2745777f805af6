// On every screen as sharp as its pixels: the canvas has a point for each, borders lie on whole ones, letters are drawn in
// their size.
import assert from 'node:assert/strict';
import { portal_tests } from './support/portal_tests.mjs';
import { comes_to_rest } from './support/rest.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./support/person.mjs').Person} Person */
/** @typedef {{ color: string, length: number }} Stretch of points of one colour */

const portal_test = portal_tests();
const ratios = [1.5, 2, 3, 1];

/** Notes the runs of text that are drawn, with the size of their letters. Runs before anything else on the page. */
function note_runs() {
    /** @type {{ text: string, size: number }[]} */
    const runs = [];
    Object.assign(globalThis, { runs });
    const fill = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
        runs.push({ text, size: Number(/([\d.]+)px/.exec(this.font)?.[1]) });
        fill.call(this, text, x, y);
    };
}

/** What the canvas has and the screen wants, in points of the screen. @param {Page} page */
function canvas_and_screen(page) {
    return page.evaluate(() => {
        const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
        const { left, top, width, height } = canvas.getBoundingClientRect();
        // Browsers lay out in 64ths of a pixel.
        const points = (/** @type {number} */ value) => Math.round(value * devicePixelRatio * 10) / 10;
        return {
            canvas: { left: 0, top: 0, width: canvas.width, height: canvas.height, reach: Math.round(innerWidth * devicePixelRatio) },
            screen: {
                left: points(left) % 1,
                top: points(top + scrollY) % 1,
                width: points(width),
                height: points(height),
                reach: canvas.width,
            },
        };
    });
}

/** The sizes in which the heading was drawn since the last time, in CSS pixels of its own. @param {Page} page */
function sizes_of_heading(page) {
    return page.evaluate(() => {
        const heading = /** @type {HTMLElement} */ (document.querySelector('h1'));
        const size = parseFloat(getComputedStyle(heading).fontSize);
        /** @type {{ text: string, size: number }[]} */
        const runs = Reflect.get(globalThis, 'runs');
        const own = runs.filter(({ text }) => heading.textContent?.includes(text.trim()));
        return [...new Set(own.map((run) => Math.round((run.size / size) * 100) / 100))];
    });
}

/** The points of a picture along a line. Runs in an empty page.
 * @param {{ picture: string, x: number, y: number, across: number, down: number }} line */
async function stretches_in({ picture, x, y, across, down }) {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(image.width, image.height).getContext('2d'));
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(x, y, Math.max(across, 1), Math.max(down, 1));
    /** @type {Stretch[]} */
    const stretches = [];
    for (let at = 0; at < data.length; at += 4) {
        const color = `rgb(${data[at]} ${data[at + 1]} ${data[at + 2]})`;
        const last = stretches.at(-1);
        if (last?.color === color) last.length += 1;
        else stretches.push({ color, length: 1 });
    }
    return stretches;
}

/** From the page over the edge of the first choice into it.
 * @param {Page} page @param {import('playwright-core').CDPSession} session @param {number} ratio */
async function edges_of_choice(page, session, ratio) {
    const box = await page.getByRole('radio').first().boundingBox();
    assert.ok(box);
    // Playwright's own way would bring back the resolution that it knows of.
    const picture = (await session.send('Page.captureScreenshot')).data;
    const desk = await page.context().newPage();
    /** @param {number} value */
    const place = (value) => Math.round(value * ratio);
    const reach = place(6);
    const beside = { picture, x: place(box.x - 3), y: place(box.y + box.height / 2), across: reach, down: 0 };
    const above = { picture, x: place(box.x + box.width / 2), y: place(box.y - 3), across: 0, down: reach };
    const edges = [await desk.evaluate(stretches_in, beside), await desk.evaluate(stretches_in, above)];
    await desk.close();
    return edges;
}

/** @param {Page} page @param {string[]} names */
const colors_of = (page, names) =>
    page.evaluate((names) => names.map((name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`)), names);

/** @param {Person} person @param {import('playwright-core').CDPSession} session @param {number} ratio */
async function assert_sharp(person, session, ratio) {
    const { page } = person;
    await person.until(async () => (await sizes_of_heading(page)).includes(ratio), `letters are drawn with ${ratio} points to a pixel`);
    await comes_to_rest(page);
    const { canvas, screen } = await canvas_and_screen(page);
    assert.deepEqual(screen, canvas, `the canvas has its ${ratio} points to a pixel`);
    const colors = await colors_of(page, ['page', 'line', 'surface']);
    for (const edge of await edges_of_choice(page, session, ratio)) {
        assert.deepEqual(edge.map(({ color }) => color), colors, `a border has no soft edges with ratio ${ratio}`);
        assert.equal(edge[1].length, Math.round(ratio), 'a border is as thick as it should be');
    }
}

portal_test('the canvas is as sharp as the screen with 1, 1.5, 2 and 3 points to a pixel, also when that alone changes', { size: 'phone', before: (page) => page.addInitScript(note_runs) }, async ({ person, page, context }) => {
    await person.opens('/submit');
    const session = await context.newCDPSession(page);
    for (const deviceScaleFactor of ratios) {
        await page.evaluate(() => (Reflect.get(globalThis, 'runs').length = 0));
        await session.send('Emulation.setDeviceMetricsOverride', { width: 360, height: 740, deviceScaleFactor, mobile: true });
        // Nobody tells the page of what is only emulated.
        await page.mouse.move(deviceScaleFactor, 1);
        await assert_sharp(person, session, deviceScaleFactor);
    }
});
