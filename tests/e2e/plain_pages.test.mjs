// Plain mode on every screen and with every component, in every language: it fits the narrowest window also with large
// and spaced text, fingers find its controls, and its words can be read in every theme.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { contrast_faults } from './support/axe.mjs';
import { launch } from './support/browser.mjs';
import { begin_series, dress, prepare_mirror, read_mirror_pages, show_page } from './support/mirror_pages.mjs';
import { small_targets } from './support/targets.mjs';
import { languages } from './support/words.mjs';

const { themes, pages } = read_mirror_pages();

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('playwright-core').Page} */
let page;

before(async () => {
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await prepare_mirror(page);
});
after(() => browser?.close());

/** As a reader may set it. Runs in the page. @param {{text_size?: string, is_spaced?: boolean}} wishes */
function set_reader({ text_size = '100%', is_spaced = false }) {
    document.documentElement.style.fontSize = text_size;
    document.getElementById('spaced')?.remove();
    const style = document.createElement('style');
    style.id = 'spaced';
    // WCAG 1.4.12
    style.textContent = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
    if (is_spaced) document.head.append(style);
}

/** What reaches beyond the window. Runs in the page. */
function misfits() {
    const { clientWidth } = document.documentElement;
    const beyond = [...document.querySelectorAll('#mirror *')].filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > clientWidth + 1;
    });
    return beyond.map((element) => `${element.tagName}#${element.id} "${element.textContent?.slice(0, 40)}"`);
}

/** @param {import('./support/words.mjs').Language} language @param {(name: string) => Promise<string[]>} faults */
async function every_page(language, faults) {
    await begin_series(page, true);
    /** @type {string[]} */
    const found = [];
    for (const shown of pages.filter((each) => each.language === language)) {
        await show_page(page, shown);
        found.push(...(await faults(shown.name)).map((fault) => `${shown.name}: ${fault}`));
    }
    assert.deepEqual(found, []);
}

const readers = {
    'as it is': {},
    'with the text spacing of WCAG 1.4.12': { is_spaced: true },
    'with text of double size': { text_size: '200%' },
};

for (const language of languages) {
    for (const [how, wishes] of Object.entries(readers)) {
        test(`plain mode ${how} fits 320 pixels in ${language}`, async () => {
            await page.evaluate(set_reader, wishes);
            await every_page(language, () => page.evaluate(misfits));
            await page.evaluate(set_reader, {});
        });
    }
    test(`a finger finds every control of plain mode in ${language}`, () => every_page(language, () => page.evaluate(small_targets)));
}

for (const theme of themes) {
    test(`every word of plain mode can be read in the theme ${theme.name}`, async () => {
        await dress(page, theme);
        await every_page('en', (name) => (name.includes('.') ? Promise.resolve([]) : contrast_faults(page)));
    });
}

/** What might be wrong with the style sheet, and who notices. */
const faults = {
    'a line that does not break': { rule: '#mirror h1 { white-space: nowrap; width: 500px }', notices: misfits },
    'a button that is too low': { rule: '#mirror button { height: 30px !important; min-height: 0 !important }', notices: small_targets },
};

for (const [what, { rule, notices }] of Object.entries(faults)) {
    test(`${what} would be noticed`, async () => {
        await begin_series(page, true);
        for (const shown of pages.slice(0, 5)) await show_page(page, shown);
        assert.deepEqual(await page.evaluate(notices), []);
        const style = await page.addStyleTag({ content: rule });
        assert.notDeepEqual(await page.evaluate(notices), []);
        await style.evaluate((element) => element.parentNode?.removeChild(element));
    });
}

test('words that are too pale would be noticed', async () => {
    await dress(page, themes[0]);
    await begin_series(page, true);
    await show_page(page, pages[0]);
    assert.deepEqual(await contrast_faults(page), []);
    await page.addStyleTag({ content: '#mirror h1 { color: #aaa }' });
    assert.notDeepEqual(await contrast_faults(page), []);
});
