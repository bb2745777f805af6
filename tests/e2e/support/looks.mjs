// The looks that a reader may ask for, and a page that changes from one to the next.
import assert from 'node:assert/strict';
import { comes_to_rest } from './rest.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {NonNullable<Parameters<Page['emulateMedia']>[0]>} Media */

/** What the reader's system wishes in each theme.
 * @type {Record<string, Media>} */
export const themes = {
    light: { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' },
    dark: { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'none' },
    'high contrast': { colorScheme: 'light', contrast: 'more', forcedColors: 'none' },
    'high contrast, dark': { colorScheme: 'dark', contrast: 'more', forcedColors: 'none' },
    'forced colours': { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'active' },
};
const theme_names = Object.keys(themes);

/** What an earlier visit has kept when it chose each mode. */
export const modes = { canvas: '', plain: 'plain' };
/** @typedef {keyof typeof modes} Mode */

/** Before the first page is opened. @param {Page} page @param {Mode} mode */
export const keep_mode = (page, mode) => page.addInitScript((kept) => localStorage.setItem('huiyin.settings', kept), modes[mode]);

/** All colours of the page as it stands. Runs in the page. */
function colors_of_page() {
    const { style } = document.documentElement;
    const names = [...style].filter((name) => name.startsWith('--') && name !== '--sans').sort();
    return names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
}

/** With HUIYIN_EVERY_LOOK=1 each screen is looked at in every theme. */
export const shows_every_look = process.env.HUIYIN_EVERY_LOOK === '1';

/** The themes of one walk past all screens. Each has its turn for a few screens; where walks differ in their number,
 * they begin with another one, so that five of them show each screen in each theme. */
export class Wardrobe {
    /** @type {Map<string, string>} by its colours */
    #worn = new Map();
    #now = '';
    #screens = 0;

    /** @param {Page} page @param {number} walk */
    constructor(page, walk) {
        this.page = page;
        this.walk = walk;
    }

    #due() {
        const turn = this.walk + Math.floor(this.#screens / theme_names.length);
        return shows_every_look ? theme_names : [theme_names[turn % theme_names.length]];
    }

    /** @param {string} theme */
    async #wear(theme) {
        if (theme === this.#now) return;
        this.#now = theme;
        await this.page.emulateMedia(themes[theme]);
        await comes_to_rest(this.page);
        this.#worn.set(await this.page.evaluate(colors_of_page), theme);
    }

    /** What is wrong with a screen in the themes whose turn it is.
     * @param {() => Promise<string[]>} faults_of @returns {Promise<string[]>} */
    async looks(faults_of) {
        /** @type {string[]} */
        const found = [];
        for (const theme of this.#due()) {
            await this.#wear(theme);
            found.push(...(await faults_of()).map((fault) => `${theme}: ${fault}`));
        }
        this.#screens += 1;
        return found;
    }

    assert_that_all_were_worn() {
        assert.deepEqual([...this.#worn.values()].sort(), [...theme_names].sort(), 'every theme was worn and has colours of its own');
    }
}
