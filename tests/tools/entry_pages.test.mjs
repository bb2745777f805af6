// The first screens as they are written down: what may stand in them, and where it will stand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DrawnElement } from '../../tools/drawn_elements.mjs';
import { layout_of } from '../../tools/entry_layout.mjs';
import { text_of } from '../../tools/own_sources.mjs';
import { filled, message } from '../../tools/templates.mjs';
import { root } from '../e2e/support/repository.mjs';

/** @param {string} tag @param {string} id @param {(DrawnElement | string)[]} inner */
function element(tag, id, ...inner) {
    const made = new DrawnElement(tag);
    made.id = id;
    made.append(...inner);
    return made;
}

/** @param {DrawnElement} made @param {number[]} place @param {Record<string, string>} [look] */
function placed(made, [left, top, width, height], look = {}) {
    Object.assign(made.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }, look);
    return made;
}

test('words and attributes are escaped', () => {
    const made = element('p', 'x', '<b>&"\'</b>');
    made.setAttribute('aria-label', '"><script>');
    assert.equal(made.html(), '<p id="x" aria-label="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&quot;\'&lt;/b&gt;</p>');
});

test('whatever stands in a catalogue, the pages that are served as they are keep their elements and attributes', () => {
    for (const page of ['entry.html', 'shell.html']) {
        const template = text_of(root, page);
        const with_words = (/** @type {string} */ words) => filled(template, () => message({ words }, 'words'));
        const hostile = with_words('"><b class="x">&\'');
        assert.equal(hostile.replaceAll('&quot;&gt;&lt;b class=&quot;x&quot;&gt;&amp;\'', 'Words'), with_words('Words'));
        assert.match(hostile, /="&quot;&gt;/, `${page} has words in an attribute`);
    }
    assert.throws(() => message({}, 'boot.languages'), /No words for boot\.languages/);
});

test('values and choices are written as attributes', () => {
    const field = element('input', 'name');
    field.value = 'a "b"';
    assert.equal(field.html(), '<input id="name" value="a &quot;b&quot;">');
    const option = element('option', '');
    option.attributes.clear();
    Object.assign(option, { value: 'ar', textContent: 'العربية' });
    const select = element('select', 'language', option);
    select.value = 'ar';
    assert.equal(select.html(), '<select id="language"><option value="ar" selected>العربية</option></select>');
    const radio = element('input', 'yes');
    radio.checked = true;
    assert.equal(radio.html(), '<input id="yes" checked>');
});

const words = { fontSize: '16px', fontWeight: '400', lineHeight: '24px', padding: '0px 0px', textAlign: 'start' };

test('what stands below each other keeps its distances, and what fills the column fills it', () => {
    const rules = layout_of((width) =>
        placed(
            element('div', 'mirror', placed(element('h1', 'title', 'Title'), [16, 10, width - 32, 30], words), placed(element('p', 'text', 'Text'), [16, 52, width - 32, 24], words)),
            [0, 0, width, 90],
        ),
    );
    assert.match(rules, /#title\{[^}]*margin-inline:16px 16px[^}]*grid-area:1\/1[^}]*margin-block:10px 0/);
    assert.match(rules, /#text\{[^}]*grid-area:2\/1[^}]*margin-block:12px 14px/);
});

test('a box is as high as the words that lie on it', () => {
    const rules = layout_of((width) =>
        placed(element('div', 'mirror', placed(element('input', 'choice'), [0, 0, width, 48]), placed(element('label', 'words', 'Words'), [52, 12, width - 68, 24], words)), [0, 0, width, 48]),
    );
    assert.match(rules, /#choice\{[^}]*grid-area:1\/1\/span 1/);
    assert.match(rules, /#words\{[^}]*margin-inline:52px 16px[^}]*grid-area:1\/1[^}]*margin-block:12px 12px/);
});

test('what is as wide as its words stays so, with the room around them', () => {
    const rules = layout_of((width, text) => placed(element('div', 'mirror', placed(element('a', 'link', 'Link'), [18, 0, text + 1, 44], { ...words, padding: '10px 0px' })), [0, 0, width, 44]));
    assert.match(rules, /#link\{[^}]*justify-self:start;margin-inline:18px 0;width:fit-content;min-width:1px;padding-inline:0 1px/);
});
