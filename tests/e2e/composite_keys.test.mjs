// Keys inside tabs and lists, as the ARIA authoring practices have them: focus is real and moves from part to part.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './support/browser.mjs';
import { begin_series, prepare_mirror, read_mirror_pages, show_page } from './support/mirror_pages.mjs';

const { pages } = read_mirror_pages();

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('playwright-core').Page} */
let page;

before(async () => {
    browser = await launch();
    page = await browser.newPage();
    await prepare_mirror(page);
    await page.evaluate(async () => {
        const { listen } = await import(/** @type {string} */ ('/web/events.js'));
        // Without a program nobody says how high the page is.
        Object.assign(document.getElementById('portal')?.style ?? {}, { height: '100vh' });
        /** @type {string[]} */
        const told = [];
        Reflect.set(globalThis, 'told', told);
        listen(document.getElementById('mirror'), {
            happened: (/** @type {string} */ id, /** @type {number} */ kind) => told.push(`${id} ${kind}`),
            pointed: () => {},
        });
    });
});
after(() => browser?.close());

/** Shows one example. @param {string} language @param {string} name */
async function shows(language, name) {
    await begin_series(page, false);
    const series = pages.filter((each) => each.language === language);
    const wanted = series.findIndex((each) => each.name === name);
    assert.ok(wanted >= 0, `no example ${name}`);
    for (const each of series.slice(0, wanted + 1)) await show_page(page, each);
}

const focused = () => page.evaluate(() => document.activeElement?.id);
const value = () => page.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).value);

/** What the program was told since the last time. 0 is a click, 5 the wish to leave. @param {RegExp} wanted */
const told = async (wanted) =>
    (await page.evaluate(() => /** @type {string[]} */ (Reflect.get(globalThis, 'told')).splice(0))).filter((each) =>
        wanted.test(each),
    );

for (const [language, next, previous] of [
    ['en', 'ArrowRight', 'ArrowLeft'],
    ['ar', 'ArrowLeft', 'ArrowRight'],
])
    test(`arrow keys lead from tab to tab and choose them, in ${language}`, async () => {
        await shows(language, 'tabs.three');
        await page.focus('[id="tabs.three.received"]');
        await told(/./);
        await page.keyboard.press(next);
        assert.equal(await focused(), 'tabs.three.dispatched');
        assert.deepEqual(await told(/ 0$/), ['tabs.three.dispatched 0']);
        await page.keyboard.press('End');
        assert.equal(await focused(), 'tabs.three.handling');
        await page.keyboard.press(next);
        assert.equal(await focused(), 'tabs.three.received');
        await page.keyboard.press(previous);
        assert.equal(await focused(), 'tabs.three.handling');
        await page.keyboard.press('Home');
        assert.equal(await focused(), 'tabs.three.received');
    });

test('only one tab is on the way of the Tab key', async () => {
    await shows('en', 'tabs.three');
    await page.focus('[id="tabs.three.received"]');
    await page.keyboard.press('Tab');
    assert.ok(!(await focused())?.startsWith('tabs.three.'));
});

test('arrow keys lead from a search into its list, Enter chooses, and the focus stays with the field', async () => {
    await shows('en', 'search select.all');
    const field = 'search_select.all';
    await page.focus(`[id="${field}"]`);
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(), `${field}.Algeria`);
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(), `${field}.Argentina`);
    await told(/./);
    await page.keyboard.press('Enter');
    assert.deepEqual(await told(/ 0$/), [`${field}.Argentina 0`]);
    assert.equal(await focused(), field);
});

test('what is typed in the list goes on in the field, and Escape closes the list', async () => {
    await shows('en', 'search select.all');
    const field = 'search_select.all';
    await page.focus(`[id="${field}"]`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('k');
    assert.equal(await focused(), field);
    assert.equal(await value(), 'k');
    await told(/./);
    await page.keyboard.press('Escape');
    assert.deepEqual(await told(/ 5$/), [`${field} 5`]);
});

test('a title of an accordion is pressed by mouse and by key, once each', async () => {
    await shows('en', 'accordion.closed');
    await told(/./);
    const title = page.locator('[id="accordion.closed.received.title"]');
    await title.click();
    assert.deepEqual(await told(/ 0$/), ['accordion.closed.received.title 0']);
    await title.press('Enter');
    assert.deepEqual(await told(/ 0$/), ['accordion.closed.received.title 0']);
});
