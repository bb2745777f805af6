// The browser's own accessibility tree is the node list of the core: names, roles, states, values and order, for every
// sample of every screen and every example of every component, in every language, on the canvas and in plain mode.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { tree_of_browser, tree_of_core, tree_text } from './support/accessibility_tree.mjs';
import { launch } from './support/browser.mjs';
import { begin_series, prepare_mirror, read_mirror_pages, show_page } from './support/mirror_pages.mjs';
import { languages } from './support/words.mjs';

const { pages } = read_mirror_pages();

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('playwright-core').Page} */
let page;
/** @type {import('playwright-core').CDPSession} */
let session;

before(async () => {
    browser = await launch();
    page = await browser.newPage();
    await prepare_mirror(page);
    session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
});
after(() => browser?.close());

for (const mode of ['canvas', 'plain'])
    for (const language of languages)
        test(`${mode === 'plain' ? 'plain mode' : 'the mirror'} says in ${language} what the core means`, async () => {
            await begin_series(page, mode === 'plain');
            for (const shown of pages.filter((each) => each.language === language)) {
                await show_page(page, shown);
                const [meant, said] = [tree_of_core(shown), await tree_of_browser(session)].map(tree_text);
                assert.equal(said, meant, `${shown.name} in ${language}`);
            }
        });

/** What might go wrong on the way from a node to its element. Each runs in the page.
 * @type {Record<string, () => void>} */
const faults = {
    'a lost description': () => document.querySelector('[aria-describedby]')?.removeAttribute('aria-describedby'),
    'a lost state': () => document.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid'),
    'a lost level': () => {
        const title = /** @type {HTMLElement} */ (document.querySelector('h1'));
        title.outerHTML = `<h2>${title.textContent}</h2>`;
    },
    'a hidden part': () => document.querySelector('main')?.setAttribute('aria-hidden', 'true'),
    'another name': () => document.querySelector('button[id]')?.setAttribute('aria-label', 'Stop'),
    'another value': () => Object.assign(document.querySelector('input') ?? {}, { value: 'HY' }),
    'another order': () => document.querySelector('main')?.prepend(document.querySelector('button[id]') ?? ''),
    'one thing too many': () => document.querySelector('footer')?.append('12345'),
};

for (const [what, happen] of Object.entries(faults))
    test(`${what} would be noticed`, async () => {
        const shown = pages.find(({ name }) => name === 'track_refused');
        assert.ok(shown);
        await begin_series(page, false);
        for (const each of pages.slice(0, pages.indexOf(shown) + 1)) await show_page(page, each);
        await page.evaluate(happen);
        assert.notEqual(tree_text(await tree_of_browser(session)), tree_text(tree_of_core(shown)));
    });
