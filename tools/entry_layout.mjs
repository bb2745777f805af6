// Rules of a style sheet that put the elements of an entry page where the program will put them, learnt from where it
// puts them in windows and with texts of several widths: so nothing jumps when the canvas takes over.

/** @typedef {import('./drawn_elements.mjs').DrawnElement} DrawnElement */
/** @typedef {{ left: number, top: number, width: number, height: number, right: number, bottom: number }} Box */
/** An element in a narrow window, in a wide one, and in the wide one with longer texts.
 * @typedef {{ narrow: DrawnElement, wide: DrawnElement, worded: DrawnElement, text: number }} Samples */
/** @typedef {Record<string, string>} Rule */
/** @typedef {(id: string, rule: Rule) => void} Tell */
/** Where the row before ends, and how much is left free below. @typedef {{ above: number, below: number }} Gap */

/** From here on the kit lays out for wide windows. */
const wide_from = 640;
const window_classes = [
    { media: '', widths: [320, 400], text: 150 },
    { media: `@media(min-width:${wide_from}px)`, widths: [680, 2000], text: 300 },
];

/** @param {string | undefined} length */
const pixels = (length) => Number.parseFloat(length ?? '0');

/** @param {DrawnElement} element @returns {Box} */
function box_of({ style }) {
    const [left, top, width, height] = [style.left, style.top, style.width, style.height].map(pixels);
    return { left, top, width, height, right: left + width, bottom: top + height };
}

/** @param {number} value */
const px = (value) => (Math.abs(value) < 0.05 ? '0' : `${Number(value.toFixed(2))}px`);

/** @param {number} a @param {number} b */
const is_same = (a, b) => Math.abs(a - b) < 0.05;

/** @param {DrawnElement} element what is placed by its parent */
const placed = (element) => element.elements().filter((child) => child.id !== '' && child.className !== 'skip');

/** @param {Samples} parent @returns {Samples[]} */
function children_of(parent) {
    const [wide, worded] = [placed(parent.wide), placed(parent.worded)];
    return placed(parent.narrow).map((narrow, at) => ({ narrow, wide: wide[at], worded: worded[at], text: parent.text }));
}

/** Where an element lies across its parent, whatever the window and the texts.
 * @param {Samples} parent @param {Samples} element @returns {Rule} */
function across(parent, element) {
    const [n, w, t] = [element.narrow, element.wide, element.worded].map(box_of);
    const [pn, pw] = [parent.narrow, parent.wide].map(box_of);
    const [rest_n, rest_w] = [pn.width - n.right, pw.width - w.right];
    const inline = pixels(element.worded.style.padding?.split(' ')[1]);
    if (is_same(n.left, w.left) && is_same(rest_n, rest_w) && is_same(t.width, w.width))
        return { 'margin-inline': `${px(n.left)} ${px(rest_n)}` };
    if (is_same(n.left, rest_n) && is_same(w.left, rest_w)) {
        const most = px(w.width);
        const width = is_same(n.width, w.width) ? most : `min(${most},100% - ${px(2 * n.left)})`;
        return { 'margin-inline': 'auto', width };
    }
    // One of several columns: as in a window that is wide enough for all of them.
    if (!is_same(n.left, w.left) && !is_same(rest_n, rest_w))
        return { 'justify-self': 'start', 'margin-inline': `${px(w.left)} 0`, width: px(w.width) };
    const is_at_start = is_same(n.left, w.left);
    const side = is_at_start ? { 'justify-self': 'start', 'margin-inline': `${px(w.left)} 0` } : { 'justify-self': 'end', 'margin-inline': `0 ${px(rest_w)}` };
    const aside = is_at_start ? w.left : rest_w;
    if (is_same(t.width, w.width)) return { ...side, width: `min(${px(w.width)},100%${aside > 0 ? ` - ${px(aside)}` : ''})` };
    const spare = Math.max(0, t.width - 2 * inline - element.text);
    // Words at the end leave their start to an icon.
    const room = element.wide.style.textAlign === 'end' ? [inline + spare, inline] : [inline, inline + spare];
    return { ...side, width: 'fit-content', 'min-width': px(w.width), 'padding-inline': room.map(px).join(' ') };
}

/** @param {DrawnElement} element how its text is set, or how high it is without one @returns {Rule} */
function own_look(element) {
    const { style } = element;
    const { height } = box_of(element);
    if (!style.lineHeight)
        return element.matches('input, textarea, select') && style.fontSize ? { height: px(height), 'font-size': rem(style.fontSize) } : {};
    const [block, inline] = (style.padding ?? '0 0').split(' ').map(pixels);
    const below = Math.max(0, height - block - pixels(style.lineHeight));
    const is_target = block > 0 && is_same(height, 44);
    /** @type {Rule} */
    const rule = {
        'font-size': rem(style.fontSize),
        'font-weight': style.fontWeight,
        'line-height': rem(style.lineHeight),
        padding: is_target ? `0 ${px(inline)}` : `${px(block)} ${px(inline)} ${px(below)}`,
        'text-align': style.textAlign,
    };
    return is_target ? { ...rule, display: 'grid', 'align-content': 'center', 'min-height': px(height) } : { ...rule, display: 'block', 'min-height': '0' };
}

/** @param {string} length */
const rem = (length) => `${Number((pixels(length) / 16).toFixed(4))}rem`;

/** Which of the siblings behind an element lie on it, as words do on a box.
 * @param {Samples[]} children @param {number} at */
function lying_on(children, at) {
    const box = box_of(children[at].narrow);
    const lies_on = (/** @type {Samples} */ { narrow }) => {
        const other = box_of(narrow);
        return other.top >= box.top && other.bottom <= box.bottom && other.left >= box.left && other.right <= box.right;
    };
    let end = at + 1;
    while (end < children.length && lies_on(children[end])) end += 1;
    return children.slice(at + 1, end);
}

/** A box shares its rows with what lies on it.
 * @param {Samples} element @param {Samples[]} inner @param {Gap} gap @param {number} row @param {Tell} tell */
function box_rows(element, inner, gap, row, tell) {
    const box = box_of(element.narrow);
    tell(element.narrow.id, { 'grid-area': `${row}/1/span ${inner.length}`, 'margin-block': `${px(box.top - gap.above)} ${px(gap.below)}`, height: 'auto' });
    let above = gap.above;
    for (const [index, { narrow }] of inner.entries()) {
        const { top, bottom } = box_of(narrow);
        const below = index === inner.length - 1 ? box.bottom - bottom + gap.below : 0;
        tell(narrow.id, { 'grid-area': `${row + index}/1`, 'margin-block': `${px(top - above)} ${px(below)}` });
        above = bottom;
    }
}

/** What lies side by side shares a row.
 * @param {Samples[]} elements @param {Gap} gap @param {number} row @param {Tell} tell */
function shared_row(elements, gap, row, tell) {
    const lowest = Math.max(...elements.map(({ narrow }) => box_of(narrow).bottom));
    for (const { narrow } of elements) {
        const { top, bottom } = box_of(narrow);
        const below = bottom === lowest ? gap.below : 0;
        const align = bottom === lowest ? 'stretch' : 'start';
        tell(narrow.id, { 'grid-area': `${row}/1`, 'align-self': align, 'margin-block': `${px(top - gap.above)} ${px(below)}` });
    }
}

/** Those that share rows with an element, itself first.
 * @param {Samples[]} children @param {number} at */
function group_at(children, at) {
    const inner = lying_on(children, at);
    if (inner.length > 0) return { elements: [children[at], ...inner], isBox: true };
    let end = at + 1;
    let { bottom } = box_of(children[at].narrow);
    while (end < children.length && box_of(children[end].narrow).top < bottom - 0.5) {
        bottom = Math.max(bottom, box_of(children[end].narrow).bottom);
        end += 1;
    }
    return { elements: children.slice(at, end), isBox: false };
}

/** The children of an element as rows of a grid. @param {Samples} parent @param {Tell} tell */
function down(parent, tell) {
    const children = children_of(parent);
    let [row, above] = [1, 0];
    for (let at = 0; at < children.length; ) {
        const { elements, isBox } = group_at(children, at);
        const bottom = Math.max(...elements.map(({ narrow }) => box_of(narrow).bottom));
        at += elements.length;
        const below = at === children.length ? Math.max(0, box_of(parent.narrow).height - bottom) : 0;
        if (isBox) box_rows(elements[0], elements.slice(1), { above, below }, row, tell);
        else shared_row(elements, { above, below }, row, tell);
        row += isBox ? elements.length - 1 : 1;
        above = bottom;
    }
}

/** The banner's parts stand on one line, or below each other where they find no room: a line of flexible boxes.
 * @param {Samples} banner @param {Tell} tell */
function banner_line(banner, tell) {
    const [name, controls] = children_of(banner);
    const [n, w] = [name.narrow, name.wide].map(box_of);
    const widest = box_of(banner.wide).width - 2 * w.left;
    const [settings, picker] = children_of(controls).map(({ narrow }) => box_of(narrow));
    tell(banner.narrow.id, {
        display: 'flex',
        'flex-wrap': 'wrap',
        'justify-content': 'space-between',
        gap: `0 ${px(2 * (picker.left - settings.right))}`,
        padding: `${px(n.top)} max(${px(n.left)},50% - ${px(widest / 2)})`,
    });
    tell(name.narrow.id, { ...own_look(name.narrow), margin: '0' });
    tell(controls.narrow.id, { display: 'flex', 'max-width': '100%', margin: '0', gap: px(picker.left - settings.right) });
    for (const { narrow } of children_of(controls)) {
        const { width, height } = box_of(narrow);
        tell(narrow.id, { margin: '0', height: px(height) });
        if (narrow.localName === 'select') tell(narrow.id, { 'font-size': rem(narrow.style.fontSize) });
        else tell(narrow.id, { flex: 'none', width: px(width) });
    }
}

/** @param {string} id */
const selector_of = (id) => `.start #mirror #${id.replaceAll('.', '\\.')}`;

/** @param {Rule} rule */
const written = (rule) => Object.entries(rule).map(([name, value]) => `${name}:${value}`).join(';');

/** @param {Samples} root */
function rules_in(root) {
    /** @type {Map<string, Rule>} */
    const rules = new Map();
    const tell = (/** @type {string} */ id, /** @type {Rule} */ rule) => rules.set(id, { ...rules.get(id), ...rule });
    const visit = (/** @type {Samples} */ parent) => {
        const children = children_of(parent);
        if (children.length === 0) return;
        const { id, localName } = parent.narrow;
        if (localName === 'header') return banner_line(parent, tell);
        tell(id, { display: 'grid', 'grid-template-columns': 'minmax(0,1fr)', padding: '0', border: '0' });
        for (const child of children) tell(child.narrow.id, { ...own_look(child.narrow), ...across(parent, child) });
        down(parent, tell);
        children.forEach(visit);
    };
    visit(root);
    return [...rules].map(([id, rule]) => `${id === 'mirror' ? '.start #mirror' : selector_of(id)}{${written(rule)}}`).join('');
}

/** The rules for a page. @param {(width: number, text_width: number) => DrawnElement} draw gives the mirror */
export function layout_of(draw) {
    return window_classes
        .map(({ media, widths: [narrow, wide], text }) => {
            const rules = rules_in({ narrow: draw(narrow, 0), wide: draw(wide, 0), worded: draw(wide, text), text });
            return media === '' ? rules : `${media}{${rules}}`;
        })
        .join('');
}
