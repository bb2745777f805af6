// Which font is fetched for a letter, when there are several that have it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownFamilies, sansOf, systemSansOf } from '../../web/fonts.js';
import { ableOf, boundsOf } from '../../web/letters.js';
import { serve_typefaces } from '../../tools/typefaces.mjs';

/** @type {Map<string, Buffer | string>} */
const files = new Map();
const offers = serve_typefaces((name, content) => {
    files.set(`/${name}`, content);
    return `/${name}`;
});

/** @param {string} letter @param {string} lang */
function offered(letter, lang) {
    const [best] = ableOf(offers, /** @type {number} */ (letter.codePointAt(0)), lang);
    return best?.url ?? best?.parts;
}

test('ranges are read as a style sheet writes them', () => {
    assert.deepEqual(boundsOf('U+41,U+61-7A'), [[0x41, 0x41], [0x61, 0x7a]]);
});

test('a letter comes from the smallest font that has it, a Han character from the language it stands in', () => {
    assert.equal(offered('ơ', 'vi'), '/noto-sans-vietnamese.woff2');
    assert.equal(offered('ș', 'ro'), '/noto-sans-latin-ext.woff2');
    assert.equal(offered('ө', 'mn'), '/noto-sans-cyrillic-ext.woff2');
    assert.equal(offered('پ', 'fa'), '/noto-sans-arabic-arabic.woff2');
    assert.equal(offered('ไ', 'th'), '/noto-sans-thai-thai.woff2');
    assert.equal(offered('骨', 'ja'), '/noto-sans-jp.json');
    assert.equal(offered('骨', 'zh-TW'), '/noto-sans-tc.json');
    assert.equal(offered('骨', 'en'), '/noto-sans-sc.json');
    assert.equal(offered('한', 'en'), '/noto-sans-kr.json');
    assert.equal(offered('\u{10D00}', 'en'), undefined);
});

test('every part of a large font is served, and each has its letters', () => {
    for (const { parts } of offers.filter((offer) => offer.parts)) {
        const list = JSON.parse(String(files.get(/** @type {string} */ (parts))));
        assert.ok(list.length > 90);
        for (const [url, ranges] of list) assert.ok(files.has(url) && /^U\+/.test(ranges), url);
    }
    assert.match(String(files.get('/fonts.txt')), /SIL OPEN FONT LICENSE/i);
});

test('the system is asked before our fonts are', () => {
    for (const lang of ['en', 'ja', 'zh-Hant']) assert.equal(sansOf(lang), `${systemSansOf(lang)}, ${ownFamilies(lang).join(', ')}`);
    assert.deepEqual(ownFamilies('ja').slice(0, 2), ['Huiyin', 'Huiyin-ja']);
});
