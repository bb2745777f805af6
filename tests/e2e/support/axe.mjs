// What axe finds wrong with the page as a screen reader has it, and with the colours that the page itself paints.
import { from_npm } from './repository.mjs';
import { small_targets } from './targets.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** axe takes letters that are joined for a font of icons, whose words it skips: all of Arabic.
 * @param {{source: string}} axe */
function source_for_joined_letters({ source }) {
    const question = 'function _isIconLigature(textVNode) {';
    if (!source.includes(question)) throw new Error('axe tells icons from words in another way than before');
    return source.replace(question, `${question} return false;`);
}
const source = source_for_joined_letters(from_npm('axe-core'));

/** @param {Page} page */
async function bring_axe(page) {
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
}

/** Every violation in words, none when all is well. Targets are held to WCAG 2.2 as well.
 * @param {Page} page @returns {Promise<string[]>} */
export async function axe_violations(page) {
    await bring_axe(page);
    return page.evaluate(async () => {
        const { axe } = /** @type {{axe: typeof import('axe-core')}} */ (/** @type {unknown} */ (globalThis));
        // axe does not know that nothing behind an open dialog can be pressed.
        const is_whole = document.querySelector('dialog[open]') === null;
        const rules = { 'color-contrast': { enabled: false }, 'target-size': { enabled: is_whole } };
        const { violations } = await axe.run(document, { rules, resultTypes: ['violations'], preload: false });
        return violations.flatMap((found) => found.nodes.map((node) => `${found.id}: ${found.help}\n  ${node.html}`));
    });
}

/** Words that axe is to measure: all that can be seen in plain mode. Beside a canvas only fields show words of their own;
 * every pair of colours that is painted has its test in tests/ui. The button for the settings shows a sign, no words.
 * Runs in the page. */
function elements_with_words() {
    const fields = 'input:not([type=radio], [type=checkbox]), textarea, select';
    if (!document.body.classList.contains('plain')) return document.querySelectorAll(`#mirror :is(${fields})`).length;
    const has_words = (/** @type {Element} */ element) =>
        element.matches(fields) || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}]/u.test(node.textContent ?? ''));
    const seen = document.querySelector('dialog[open]') ?? document.getElementById('mirror');
    const elements = [...(seen?.querySelectorAll('*') ?? [])].filter((element) => has_words(element) && element.checkVisibility());
    return elements.filter((element) => !element.closest('option, .skip, [id="settings.open"]')).length;
}

/** What axe knows of the contrast of words: those that cannot be read, those of which it is unsure, and how many it has
 * measured. @param {Page} page @returns {Promise<{faults: string[], unknown: string[], seen: number}>} */
export async function contrast_of(page) {
    await bring_axe(page);
    return page.evaluate(async () => {
        const { axe } = /** @type {{axe: typeof import('axe-core')}} */ (/** @type {unknown} */ (globalThis));
        const place = document.body.classList.contains('plain') ? '#mirror' : '#mirror :is(input:not([type=radio], [type=checkbox]), textarea, select)';
        if (!document.querySelector(place)) return { faults: [], unknown: [], seen: 0 };
        // The arrow of a list is a picture behind its words, which would leave axe unsure.
        const without_pictures = new CSSStyleSheet();
        without_pictures.replaceSync('#mirror select { background-image: none !important }');
        document.adoptedStyleSheets.push(without_pictures);
        const context = { include: [[place]], exclude: [['[id="settings.open"]'], ['.skip']] };
        const { violations, incomplete, passes } = await axe.run(context, { runOnly: ['color-contrast'], preload: false });
        document.adoptedStyleSheets.pop();
        const words = (/** @type {import('axe-core').Result[]} */ results) =>
            results.flatMap((found) => found.nodes.map((node) => `contrast: ${node.any[0]?.message}\n  ${node.html}`));
        const [faults, unknown] = [words(violations), words(incomplete)];
        return { faults, unknown, seen: faults.length + unknown.length + words(passes).length };
    });
}

/** Words that cannot be told from what is behind them. @param {Page} page */
export const contrast_faults = async (page) => (await contrast_of(page)).faults;

/** All that axe and a finger find wrong with a page; axe must have measured its words.
 * @param {Page} page @param {import('./looks.mjs').Mode} mode @returns {Promise<string[]>} */
export async function faults_for_all(page, mode) {
    const { faults, unknown, seen } = await contrast_of(page);
    const there = await page.evaluate(elements_with_words);
    const is_blind = seen < there ? [`contrast: ${seen} of ${there} words were measured`] : [];
    const is_plain = await page.evaluate(() => document.body.classList.contains('plain'));
    const is_other = is_plain === (mode === 'plain') ? [] : [`the page is not in ${mode} mode`];
    return [...is_other, ...(await axe_violations(page)), ...faults, ...unknown, ...is_blind, ...(await page.evaluate(small_targets))];
}
