// Which language is fetched beside the program, before the program can say which it wants.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guess } from '../../web/languages.js';

const tags = ['zh-Hans', 'en', 'ar', 'zh-Hant', 'pt'];

for (const [kept, wished, expected] of /** @type {[string | null, string[], string][]} */ ([
    [null, ['en-GB', 'en'], 'en'],
    [null, ['zh-CN', 'en'], 'zh-Hans'],
    [null, ['zh-TW', 'en'], 'zh-Hant'],
    [null, ['zh-HK'], 'zh-Hant'],
    [null, ['pt-BR'], 'pt'],
    ['zh-Hans', ['zh-TW'], 'zh-Hans'],
    [null, ['ar-EG'], 'ar'],
    [null, ['fi', 'ar'], 'ar'],
    [null, ['fi'], 'en'],
    [null, [], 'en'],
    ['ar', ['en-GB'], 'ar'],
    ['no such', ['zh-CN'], 'zh-Hans'],
])) {
    test(`${kept ?? 'nothing'} kept, ${wished.join(', ') || 'nothing'} wished: ${expected}`, () => {
        assert.equal(guess(kept, wished, tags), expected);
    });
}
