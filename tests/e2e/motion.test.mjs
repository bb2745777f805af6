// Nothing moves by itself, whatever the reader prefers: not while something loads, not when news appear, not when the
// page scrolls.
import assert from 'node:assert/strict';
import { keep_mode } from './support/looks.mjs';
import { submits } from './support/journey.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { picture_at_rest } from './support/rest.mjs';

/** @typedef {import('playwright-core').Page} Page */

const portal_test = portal_tests();

/** Whatever the page or its style sheets could move, in words. Runs in the page. */
function moving() {
    const is_long = (/** @type {string} */ times) => times.split(',').some((time) => parseFloat(time) > 0);
    /** @param {CSSRule} rule @returns {string[]} */
    const in_rule = (rule) => {
        if (rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-reduced-motion: no-preference')) return [];
        if (rule instanceof CSSGroupingRule) return [...rule.cssRules].flatMap(in_rule);
        if (!(rule instanceof CSSStyleRule)) return [];
        const { transitionDuration, animationDuration, scrollBehavior } = rule.style;
        return is_long(transitionDuration) || is_long(animationDuration) || scrollBehavior === 'smooth' ? [rule.cssText] : [];
    };
    const animated = document.getAnimations().filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 0);
    const endless = [...document.querySelectorAll('progress:indeterminate, marquee, video, img[src$=gif]')];
    return [
        ...[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].flatMap(in_rule)),
        ...animated.map(({ id, effect }) => `an animation ${id} of ${/** @type {KeyframeEffect} */ (effect).target?.id}`),
        ...endless.map((element) => element.outerHTML),
    ];
}

/** The page comes to rest: for half a second it looks alike and paints nothing. @param {Page} page */
async function stands_still(page) {
    assert.deepEqual(await page.evaluate(moving), []);
    const look = async () => ({
        picture: (await picture_at_rest(page)).toString('base64'),
        draws: await page.evaluate(() => Reflect.get(globalThis, 'huiyin').draws),
    });
    let before = await look();
    for (let left = 15; left > 0; left -= 1) {
        await page.waitForTimeout(500);
        const after = await look();
        if (after.picture === before.picture && after.draws === before.draws) return;
        before = after;
    }
    assert.fail('the page does not come to rest');
}

for (const [mode, reducedMotion] of /** @type {const} */ ([['canvas', 'no-preference'], ['plain', 'reduce']])) {
    portal_test(`what loads, what is news and what is busy stand still in ${mode} mode with the wish "${reducedMotion}"`, { size: 'phone', before: (page) => keep_mode(page, mode) }, async ({ person, page }) => {
        await page.emulateMedia({ reducedMotion });
        const { number, code } = await submits(person);
        await person.clicks(person.t('receipt.number.copy'));
        await person.finds('button', person.t('receipt.number.copied')).waitFor();
        await stands_still(page);
        /** @type {() => void} */
        let release = () => undefined;
        const released = new Promise((resolve) => (release = () => resolve(undefined)));
        await page.route('**/api/v1/cases/*', async (route) => {
            await released;
            await route.continue();
        });
        await person.opens('/track');
        await person.types(person.t('track.number.label'), number);
        await person.types(person.t('track.access_code.label'), code);
        await person.clicks(person.t('track.open'));
        await person.finds('button', person.t('track.opening')).waitFor();
        await stands_still(page);
        release();
        await person.sees(person.t('stage.received.label'));
        await stands_still(page);
    });
}

portal_test('the page scrolls to what is wrong at once', { size: 'narrow' }, async ({ person, page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await person.opens('/submit/contact');
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const places = await page.evaluate(async () => {
        /** @type {HTMLElement} */ (document.querySelector('#mirror main .primary')).click();
        const seen = [];
        const next_frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        while (!document.querySelector('[aria-invalid="true"]')) await next_frame();
        for (let left = 12; left > 0; left -= 1) {
            seen.push(Math.round(scrollY));
            await next_frame();
        }
        return seen;
    });
    assert.ok(new Set(places).size <= 2, `the page was scrolled to ${places}`);
});
