// Rules of a style sheet that put the elements of an entry page where the program will put them, learnt from where it
// puts them in windows and with texts of several widths: so nothing jumps when the canvas takes over.

/** @typedef {import('./drawn_elements.mjs').DrawnElement} DrawnElement */
/** @typedef {{ left: number, top: number, width: number, height: number, right: number, bottom: number }} Box */
/** An element in a narrow window, in a wide one, and in the wide one with longer texts.
 * @typedef {{ narrow: DrawnElement, wide: DrawnElement, worded: DrawnElement, text: number }} Samples */
/** @typedef {Record<string, string>} Rule */

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
    const is_at_start = is_same(n.left, w.left);
    const side = is_at_start ? { 'justify-self': 'start', 'margin-inline': `${px(w.left)} 0` } : { 'justify-self': 'end', 'margin-inline': `0 ${px(rest_w)}` };
    if (is_same(t.width, w.width)) return { ...side, width: `min(${px(w.width)},100%)` };
    const spare = Math.max(0, t.width - 2 * inline - element.text);
    return { ...side, width: 'fit-content', 'min-width': px(w.width), 'padding-inline': `${px(inline)} ${px(inline + spare)}` };
}

/** @param {DrawnElement} element how its text is set, or how high it is without one @returns {Rule} */
function own_look(element) {
    const { style } = element;
    const { height } = box_of(element);
    if (!style.lineHeight) return element.matches('input, textarea, select') && style.fontSize ? { height: px(height), 'font-size': rem(style.fontSize) } : {};
    const [block, inline] = (style.padding ?? '0 0').split(' ').map(pixels);
    const is_target = block > 0 && is_same(height, 44);
    /** @type {Rule} */
    const rule = {
        'font-size': rem(style.fontSize),
        'font-weight': style.fontWeight,
        'line-height': rem(style.lineHeight),
        padding: `${is_target ? '0' : px(block)} ${px(inline)}`,
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

/** Rows of a grid: what lies side by side shares one, what lies on a box shares the box's.
 * @param {Samples} parent @param {(element: Samples, rule: Rule) => void} tell */
function down(parent, tell) {
    const children = children_of(parent);
    let [row, cursor] = [1, 0];
    for (let at = 0; at < children.length; ) {
        const box = box_of(children[at].narrow);
        const inner = lying_on(children, at);
        if (inner.length > 0) {
            tell(children[at], { 'grid-area': `${row}/1/span ${inner.length}`, 'margin-block': `${px(box.top - cursor)} 0`, height: 'auto' });
            for (const [index, child] of inner.entries()) {
                const { top, bottom } = box_of(child.narrow);
                const is_last = index === inner.length - 1;
                tell(child, { 'grid-area': `${row}/1`, 'margin-block': `${px(top - cursor)} ${is_last ? px(box.bottom - bottom) : '0'}` });
                [row, cursor] = [row + 1, bottom];
            }
            cursor = box.bottom;
            at += 1 + inner.length;
            continue;
        }
        let end = at + 1;
        let bottom = box.bottom;
        while (end < children.length && box_of(children[end].narrow).top < bottom - 0.5) {
            bottom = Math.max(bottom, box_of(children[end].narrow).bottom);
            end += 1;
        }
        const is_last = end === children.length;
        const below = is_last ? box_of(parent.narrow).height - bottom : 0;
        for (const child of children.slice(at, end)) {
            const { top, bottom: own } = box_of(child.narrow);
            const rest = own === bottom ? Math.max(0, below) : 0;
            tell(child, { 'grid-area': `${row}/1`, 'align-self': 'start', 'margin-block': `${px(top - cursor)} ${px(rest)}` });
        }
        [row, cursor, at] = [row + 1, bottom, end];
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
        const { id } = parent.narrow;
        tell(id, { display: 'grid', 'grid-template-columns': 'minmax(0,1fr)', padding: '0', border: '0' });
        for (const child of children) tell(child.narrow.id, { ...own_look(child.narrow), ...across(parent, child) });
        down(parent, ({ narrow }, rule) => tell(narrow.id, rule));
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
