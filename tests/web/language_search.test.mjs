// A language is found by its own name, by its English one and by the one that it has in the language of the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundLanguage } from '../../web/language_search.js';
import { own_name } from '../e2e/support/words.mjs';

const languages = Object.entries(own_name).map(([value, text]) => ({ value, text }));

for (const [typed, page_language, expected] of /** @type {[string, string, string | undefined][]} */ ([
    ['sv', 'en', 'sv'],
    ['cestina', 'en', 'cs'],
    ['TURKCE', 'en', 'tr'],
    ['рус', 'en', 'ru'],
    ['العر', 'en', 'ar'],
    ['arabic', 'zh-Hans', 'ar'],
    ['chin', 'en', 'zh-Hans'],
    ['trad', 'en', 'zh-Hant'],
    ['日', 'en', 'ja'],
    ['阿拉伯', 'zh-Hans', 'ar'],
    ['الفرنسية', 'ar', 'fr'],
    ['indonesia', 'en', 'id'],
    ['xyz', 'en', undefined],
]))
    test(`"${typed}" on a page in ${page_language} finds ${expected ?? 'nothing'}`, () => assert.equal(foundLanguage(languages, typed, page_language), expected));

for (const { value, text } of languages)
    test(`${text} is found by its whole name and in English`, () => {
        const in_english = new Intl.DisplayNames(['en'], { type: 'language' }).of(value) ?? '';
        for (const name of [text, in_english]) assert.equal(foundLanguage(languages, name, 'en'), value, name);
    });

test('what begins a name goes before what stands inside of one', () => {
    assert.equal(foundLanguage([{ value: 'nl', text: 'Nederlands' }, { value: 'de', text: 'Deutsch' }], 'de', 'en'), 'de');
});
