// Fills the pages that are served as they are.
import { escaped } from './drawn_elements.mjs';

/** Puts a value in the place of each "{{name}}".
 * @param {string} template @param {(name: string) => string} value */
export const filled = (template, value) => template.replaceAll(/\{\{([^}]*)\}\}/g, (_, /** @type {string} */ name) => value(name));

/** The words of a catalogue, as they may stand in elements and attributes.
 * @param {Record<string, any>} words @param {string} key */
export function message(words, key) {
    const found = key.split('.').reduce((/** @type {any} */ inner, part) => inner?.[part], words);
    if (typeof found !== 'string') throw new Error(`No words for ${key}`);
    return escaped(found);
}
