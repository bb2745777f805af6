// When a page has done all that it had to do: however slow the machine is, nothing is looked at before.

/** @typedef {import('playwright-core').Page} Page */

/** Waits until the portal draws no more. What has happened around the page is told to the portal within one frame, what
 * the portal then has to draw it draws in the next one: three frames in which it drew nothing are rest.
 * @param {Page} page */
export const comes_to_rest = (page) =>
    page.evaluate(async () => {
        const frames = () => Reflect.get(globalThis, 'huiyin')?.frames;
        for (let seen = -1; seen !== frames(); ) {
            seen = frames();
            for (let left = 3; left > 0; left -= 1) await new Promise((resolve) => requestAnimationFrame(resolve));
        }
    });

/** The page as it is seen once it is at rest. @param {Page} page */
export async function picture_at_rest(page) {
    await comes_to_rest(page);
    return page.screenshot({ caret: 'hide', animations: 'allow' });
}
