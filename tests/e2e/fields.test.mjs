// Fields are the browser's own: input methods, paste, undo, autofill and a phone's keyboards work in each of them.
import assert from 'node:assert/strict';
import { prepare_mirror } from './support/mirror_pages.mjs';
import { portal_tests } from './support/portal_tests.mjs';

const portal_test = portal_tests();

/** @typedef {import('./support/person.mjs').Person} Person */

/** Every kind of field: where it is, what must be chosen before it is there, and the key of its label. */
const fields = {
    'a field for words': { path: '/submit/place', label: 'submit.address.label' },
    'a large field': { path: '/submit/description', label: 'submit.description.label' },
    'a name': { path: '/submit/contact', label: 'submit.contact.name.label' },
    'a telephone number': { path: '/submit/contact', label: 'submit.contact.phone.label' },
    'an address of mail': { path: '/submit/contact', label: 'submit.contact.email.label' },
    'a code': { path: '/track', label: 'track.access_code.label' },
};

/** @param {Person} person @param {{path: string, label: string}} field */
async function goes_to(person, { path, label }) {
    await person.opens(path);
    if (path === '/submit/contact') await person.chooses(person.t('visibility.confidential.label'));
    return person.finds('textbox', person.t(label));
}

/** What grows under the fingers, and the words that take its place. */
const compositions = {
    Pinyin: { letters: ['l', 'lu', 'lu d', 'lu de', 'lu den', 'lu deng'], words: '路灯' },
    Kana: { letters: ['ｋ', 'か', 'かん', 'かんｊ', 'かんじ', '漢字'], words: '漢字' },
    Hangul: { letters: ['ㅎ', '하', '한'], words: '한' },
    'a dead key': { letters: ['´'], words: 'é' },
};

/** Runs in the page: notes how often a composition begins and ends, and values set by script meanwhile. */
function watch_composition() {
    const seen = { starts: 0, ends: 0, writes: 0 };
    Object.assign(globalThis, { composition: seen });
    let is_composing = false;
    addEventListener('compositionstart', () => ((seen.starts += 1), (is_composing = true)), true);
    addEventListener('compositionend', () => ((seen.ends += 1), (is_composing = false)), true);
    for (const { prototype } of [HTMLTextAreaElement, HTMLInputElement]) {
        const value = Object.getOwnPropertyDescriptor(prototype, 'value');
        Object.defineProperty(prototype, 'value', {
            ...value,
            set(text) {
                if (is_composing) seen.writes += 1;
                value?.set?.call(this, text);
            },
        });
    }
}

/** As an input method does it.
 * @param {import('playwright-core').CDPSession} session @param {{letters: string[], words: string}} composition */
async function composes(session, { letters, words }) {
    for (const text of letters) {
        await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await session.send('Input.insertText', { text: words });
}

for (const [kind, field] of Object.entries(fields)) {
    portal_test(
        `what is composed in ${kind} arrives whole`,
        { size: 'phone', before: (page) => page.addInitScript(watch_composition) },
        async ({ person, page, context }) => {
            const textbox = await goes_to(person, field);
            await textbox.focus();
            const session = await context.newCDPSession(page);
            for (const composition of Object.values(compositions)) await composes(session, composition);
            const all = Object.values(compositions).map(({ words }) => words);
            assert.equal(await textbox.inputValue(), all.join(''));
            await page.keyboard.press('Home');
            await composes(session, compositions.Pinyin);
            assert.equal(await textbox.inputValue(), ['路灯', ...all].join(''));
            const seen = await page.evaluate(() => Reflect.get(globalThis, 'composition'));
            assert.deepEqual(seen, { starts: all.length + 1, ends: all.length + 1, writes: 0 });
            await page.keyboard.press('Tab');
            assert.equal(await textbox.inputValue(), ['路灯', ...all].join(''), 'the program has it, too');
        },
    );
}

portal_test('what was composed is kept over a reload', { language: 'zh-Hans', size: 'phone' }, async ({ person, page, context }) => {
    const textbox = await goes_to(person, fields['a large field']);
    await textbox.focus();
    await composes(await context.newCDPSession(page), compositions.Pinyin);
    await page.keyboard.press('Tab');
    await person.reloads();
    assert.equal(await textbox.inputValue(), '路灯');
});

portal_test('four thousand characters can be pasted, and what is pasted can be undone', {}, async ({ person, page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const text = '路灯坏了，请尽快维修。 '.repeat(400).slice(0, 4_000);
    const textbox = await goes_to(person, fields['a large field']);
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await textbox.pressSequentially('A');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+V');
    assert.equal(await textbox.inputValue(), text);
    await page.keyboard.press('Control+Z');
    assert.equal(await textbox.inputValue(), 'A');
    await page.keyboard.press('Control+Shift+Z');
    await page.keyboard.press('Tab');
    await person.clicks(person.t('submit.continue'));
    await person.reads_heading(person.t('submit.contact.title'));
});

/** What each field tells the browser and a phone's keyboard. */
const told = {
    'a field for words': { autocomplete: 'street-address', type: 'text' },
    'a large field': { spellcheck: 'true', autocomplete: 'off' },
    'a name': { autocomplete: 'name', type: 'text' },
    'a telephone number': { autocomplete: 'tel', type: 'tel' },
    'an address of mail': { autocomplete: 'email', inputmode: 'email', autocapitalize: 'none', spellcheck: 'false' },
    'a code': { autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false' },
};

portal_test('every field says what belongs in it', { size: 'phone' }, async ({ person }) => {
    for (const [kind, attributes] of Object.entries(told)) {
        const textbox = await goes_to(person, fields[/** @type {keyof typeof fields} */ (kind)]);
        for (const [name, value] of Object.entries(attributes)) assert.equal(await textbox.getAttribute(name), value, `${name} of ${kind}`);
    }
});

portal_test('what the browser fills in by itself is taken', { size: 'phone' }, async ({ person, page }) => {
    const textbox = await goes_to(person, fields['a telephone number']);
    // Autofill sets the value and tells it with events, without a key and without focus.
    await textbox.evaluate((input) => {
        /** @type {HTMLInputElement} */ (input).value = '+44 20 7946 0958';
        for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
    });
    await person.types(person.t('submit.contact.name.label'), 'Jane');
    // A reload keeps it only when the person says so.
    await page.getByRole('checkbox', { name: person.t('drafts.contact') }).click();
    await person.until(() => page.getByRole('checkbox', { name: person.t('drafts.contact') }).isChecked(), 'it is ticked');
    await person.reloads();
    assert.equal(await person.typed_in(person.t('submit.contact.phone.label')), '+44 20 7946 0958');
});

/** Runs in the page: one field, kept by the portal's mirror, and a way to tell its value as the program does. */
async function make_field() {
    const { Mirror, Op } = await import(/** @type {string} */ ('/web/mirror.js'));
    const { WireReader, WireWriter } = await import(/** @type {string} */ ('/web/wire.js'));
    const mirror = new Mirror(document.getElementById('mirror'), true);
    /** @type {string[]} */
    const words = [];
    const apply = (/** @type {import('../../web/wire.js').WireWriter} */ told) => mirror.apply(new WireReader(told.byte(Op.End).bytes.buffer, 0, words));
    const [root, field, last] = [0, 1, 0];
    apply(new WireWriter().byte(Op.Create).number(field).number(words.length).text('input').text('field').byte(Op.Place).number(field).number(root).number(last));
    Reflect.set(globalThis, 'tell', (/** @type {string} */ value) => apply(new WireWriter().byte(Op.SetValue).number(field).text(value)));
}

portal_test('what the program says of a field waits until nobody is at work in it', {}, async ({ page, context }) => {
    await prepare_mirror(page);
    await page.evaluate(make_field);
    const session = await context.newCDPSession(page);
    const field = page.getByRole('textbox');
    const tell = (/** @type {string} */ value) => page.evaluate((text) => Reflect.get(globalThis, 'tell')(text), value);
    await field.focus();
    await page.keyboard.type('ab');
    await tell('AB');
    assert.equal(await field.inputValue(), 'ab', 'somebody is typing');
    await field.blur();
    assert.equal(await field.inputValue(), 'AB', 'nobody types any longer');
    await field.focus();
    await tell('');
    assert.equal(await field.inputValue(), '', 'what was sent is cleared at once');
    await session.send('Input.imeSetComposition', { text: 'lu', selectionStart: 2, selectionEnd: 2 });
    for (const value of ['', 'LU']) {
        await tell(value);
        assert.equal(await field.inputValue(), 'lu', `somebody is composing when the program says "${value}"`);
    }
    await composes(session, compositions.Pinyin);
    await field.blur();
    assert.equal(await field.inputValue(), compositions.Pinyin.words, 'what was typed later counts');
});
