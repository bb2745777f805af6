// Input methods: what is composed arrives whole, and nothing disturbs the composition.
import assert from 'node:assert/strict';
import { portal_tests } from './support/portal_tests.mjs';

const portal_test = portal_tests();

/** Runs in the page: notes how often a composition begins and ends, and values set by script meanwhile. */
function watch_composition() {
    const seen = { starts: 0, ends: 0, writes: 0 };
    Object.assign(globalThis, { composition: seen });
    let is_composing = false;
    addEventListener('compositionstart', () => ((seen.starts += 1), (is_composing = true)), true);
    addEventListener('compositionend', () => ((seen.ends += 1), (is_composing = false)), true);
    const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
    Object.defineProperty(HTMLTextAreaElement.prototype, 'value', {
        ...value,
        set(text) {
            if (is_composing) seen.writes += 1;
            value?.set?.call(this, text);
        },
    });
}

/** As an input method does it: the letters grow, then the words take their place.
 * @param {import('playwright-core').CDPSession} session @param {string[]} letters @param {string} words */
async function composes(session, letters, words) {
    for (const text of letters) {
        await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await session.send('Input.insertText', { text: words });
}

portal_test(
    'Chinese composed with pinyin arrives whole and stays',
    { language: 'zh-Hans', size: 'phone', before: (page) => page.addInitScript(watch_composition) },
    async ({ person, page, context }) => {
        await person.opens('/submit/description');
        const field = page.getByRole('textbox').first();
        await field.focus();
        const session = await context.newCDPSession(page);
        await composes(session, ['l', 'lu', 'lu d', 'lu de', 'lu den', 'lu deng'], '路灯');
        await composes(session, ['h', 'hu', 'hua', 'huai', 'huai l', 'huai le'], '坏了');
        assert.equal(await field.inputValue(), '路灯坏了');
        await page.keyboard.press('Home');
        await composes(session, ['m', 'men'], '门口的');
        assert.equal(await field.inputValue(), '门口的路灯坏了');
        const seen = await page.evaluate(() => /** @type {any} */ (globalThis).composition);
        assert.deepEqual(seen, { starts: 3, ends: 3, writes: 0 });
        await page.keyboard.press('Tab');
        await person.reloads();
        assert.equal(await page.getByRole('textbox').first().inputValue(), '门口的路灯坏了');
    },
);
