// A person without a mouse: Tab, arrows, Space and Enter, and real typing.
import { Person } from './person.mjs';

/** @typedef {import('playwright-core').Locator} Locator */

export class KeyboardPerson extends Person {
    /** @param {Locator} wanted */
    #has_focus(wanted) {
        return wanted.evaluate((element) => element === document.activeElement);
    }

    /** Presses a key until it is so; never for ever.
     * @param {string} key @param {string} what @param {() => Promise<boolean>} is_so */
    async #presses_until(key, what, is_so) {
        for (let i = 0; i < 120; i += 1) {
            if (await is_so()) return;
            await this.page.keyboard.press(key);
        }
        throw new Error(`${key} does not lead to ${what}`);
    }

    /** @param {Locator} wanted */
    async #tabs_to(wanted) {
        await wanted.waitFor();
        await this.#presses_until('Tab', `${wanted}`, () => this.#has_focus(wanted));
    }

    /** @override @param {string | RegExp} name */
    async clicks(name) {
        await this.#tabs_to(this.finds('button', name).or(this.finds('link', name)).first());
        await this.page.keyboard.press('Enter');
    }

    /** @override @param {string} label @param {string} text */
    async types(label, text) {
        const field = this.finds('textbox', label);
        await this.#tabs_to(field);
        await this.page.keyboard.press('ControlOrMeta+A');
        await this.page.keyboard.insertText(text);
    }

    /** Tab enters a group of choices, arrows move inside it. 
     * @override @param {string} label @param {string} [question] */
    async chooses(label, question) {
        const wanted = this.choice(label, question);
        await wanted.waitFor();
        await this.#presses_until('Tab', `${wanted}`, () =>
            wanted.evaluate((radio) => {
                const focused = /** @type {HTMLInputElement} */ (document.activeElement);
                return focused.type === 'radio' && focused.name === /** @type {HTMLInputElement} */ (radio).name;
            }),
        );
        await this.#presses_until('ArrowDown', `${wanted}`, () => this.#has_focus(wanted));
        if (!(await wanted.isChecked())) await this.page.keyboard.press('Space');
    }

    /** @override @param {string} label @param {string} option */
    async selects(label, option) {
        const list = this.finds('combobox', label);
        await this.#tabs_to(list);
        await this.page.keyboard.press('Home');
        await this.#presses_until('ArrowDown', option, () =>
            list.evaluate((element, wanted) => {
                const select = /** @type {HTMLSelectElement} */ (element);
                return select.selectedOptions[0]?.label === wanted;
            }, option),
        );
    }
}
