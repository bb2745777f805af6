// What axe finds wrong with the page as a screen reader has it.
import { from_npm } from './repository.mjs';

/** @type {{source: string}} */
const { source } = from_npm('axe-core');

/** Every violation in words, none when all is well.
 * Contrast is left out: axe cannot see a canvas; every pair of colours has its own test in tests/ui.
 * @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
export async function axe_violations(page) {
    await page.evaluate(source);
    return page.evaluate(async () => {
        const { axe } = /** @type {{axe: typeof import('axe-core')}} */ (/** @type {unknown} */ (globalThis));
        const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
        return violations.flatMap((found) => found.nodes.map((node) => `${found.id}: ${found.help}\n  ${node.html}`));
    });
}

/** Words that cannot be told from what is behind them; for plain mode, which has no canvas.
 * @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
export async function contrast_faults(page) {
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
    return page.evaluate(async () => {
        const { axe } = /** @type {{axe: typeof import('axe-core')}} */ (/** @type {unknown} */ (globalThis));
        const { violations } = await axe.run(document, { runOnly: ['color-contrast'] });
        return violations.flatMap((found) => found.nodes.map((node) => `${node.html}\n  ${node.any[0]?.message}`));
    });
}
