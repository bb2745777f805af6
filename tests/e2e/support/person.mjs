// A person before the portal: reads, types, clicks. Finds things by what they are and what they say, never by
// place, class or id.
import assert from 'node:assert/strict';
import { own_name, t, t_like } from './words.mjs';

/** @typedef {import('./words.mjs').Language} Language */
/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {Parameters<import('playwright-core').Page['getByRole']>[0]} Role */

/** Longer than the slowest machine needs; who waits in vain fails all the same. */
export const patience_ms = 30_000;

export class Person {
    /** @param {import('playwright-core').Page} page @param {string} url of the server @param {Language} language */
    constructor(page, url, language) {
        this.page = page;
        this.url = url;
        this.language = language;
    }

    /** The words for a key in the person's language. @param {string} key @param {Record<string, string | number>} [values] */
    t(key, values) {
        return t(this.language, key, values);
    }

    /** @param {string} key */
    t_like(key) {
        return t_like(this.language, key);
    }

    /** Types an address and waits until the portal is at work. @param {string} path */
    async opens(path = '/') {
        await this.page.goto(this.url + path);
        await this.waits_for_portal();
    }

    async reloads() {
        await this.page.reload();
        await this.waits_for_portal();
    }

    /** Reloads while nobody answers, sees the browser's own page of errors, and leaves it: it would go on trying. */
    async reloads_in_vain() {
        await assert.rejects(this.page.reload(), /ERR_CONNECTION_REFUSED/);
        await this.page.waitForURL(/^chrome-error:/);
        await this.page.goto('about:blank');
    }

    waits_for_portal() {
        return this.page.waitForSelector('#portal[data-state="ready"]', { state: 'attached' });
    }

    /** @param {Language} language */
    async chooses_language(language) {
        await this.selects(this.t('language.choose'), own_name[language]);
        this.language = language;
        await this.page.waitForSelector(`html[lang="${language}"]`);
    }

    /** @param {Role} role @param {string | RegExp} name @returns {Locator} */
    finds(role, name) {
        return this.page.getByRole(role, { name, exact: typeof name === 'string' });
    }

    /** @param {string | RegExp} name of a button or a link */
    clicks(name) {
        return this.finds('button', name).or(this.finds('link', name)).first().click();
    }

    /** @param {string} label @param {string} text */
    types(label, text) {
        return this.finds('textbox', label).fill(text);
    }

    /** @param {string} label */
    async typed_in(label) {
        return this.finds('textbox', label).inputValue();
    }

    /** One of several choices; the question says which, where two have the same answers.
     * @param {string} label @param {string} [question] */
    choice(label, question) {
        const place = question === undefined ? this.page : this.finds('group', question);
        return place.getByRole('radio', { name: label, exact: true });
    }

    /** Pressed, and then seen to be chosen. @param {string} label @param {string} [question] */
    async chooses(label, question) {
        const choice = this.choice(label, question);
        await choice.click();
        await this.until(() => choice.isChecked(), `"${label}" is chosen`);
    }

    /** Waits until it is so. @param {() => Promise<boolean>} is_so @param {string} what @param {number} [longest_ms] */
    async until(is_so, what, longest_ms = patience_ms) {
        const end = Date.now() + longest_ms;
        while (!(await is_so())) {
            assert.ok(Date.now() < end, `in vain waited until ${what}`);
            await this.page.waitForTimeout(20);
        }
    }

    /** @param {string} label of a list @param {string} option */
    async selects(label, option) {
        await this.finds('combobox', label).selectOption({ label: option });
    }

    /** Waits until the words are there. @param {string | RegExp} words */
    async sees(words) {
        await this.page.getByText(words).first().waitFor({ state: 'visible' });
    }

    /** Waits for the page with this main heading. @param {string | RegExp} words */
    async reads_heading(words) {
        await this.page.getByRole('heading', { level: 1, name: words, exact: typeof words === 'string' }).waitFor();
    }

    /** @param {string | RegExp} words */
    async does_not_see(words) {
        assert.equal(await this.page.getByText(words).count(), 0, `"${words}" is on the page`);
    }

    /** What has focus, as its element. */
    focused() {
        return this.page.evaluateHandle(() => document.activeElement);
    }

    /** Everything that a screen reader would find. */
    whole_page() {
        return this.page.locator('body').ariaSnapshot();
    }
}
