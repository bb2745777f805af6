// What readers do to a page, and what must still hold of it then. All of it runs in the page.

/** The text spacing of WCAG 1.4.12, as a reader's own style sheet asks for it; or none. @param {boolean} is_spaced */
export function space_text(is_spaced) {
    // The policy of the page refuses style elements; a reader's own style sheet is none.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
    document.adoptedStyleSheets = is_spaced ? [sheet] : [];
}

/** What reaches beyond the window, and lines that are wider than what they stand in. */
export function sideways() {
    const width = document.documentElement.clientWidth;
    const is_beyond = (/** @type {DOMRect} */ { left, right, width: own }) => own > 0 && (left < -1 || right > width + 1);
    const scrolls = document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
    const elements = [...document.querySelectorAll('#portal [id]')].filter((element) => is_beyond(element.getBoundingClientRect()));
    const range = document.createRange();
    const lines = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('#mirror .line')]).filter((line) => {
        range.selectNodeContents(line);
        range.setEnd(line.firstChild ?? line, line.textContent?.trimEnd().length ?? 0);
        const { width: own } = /** @type {Element} */ (line.closest('[id]')).getBoundingClientRect();
        // A long word is broken between letters that were measured one by one.
        return range.getBoundingClientRect().width > 1.01 * own + 1;
    });
    const words = [...document.querySelectorAll('#mirror :not(select, option, optgroup, .skip)')].filter((element) =>
        [...element.childNodes].some((node) => {
            const text = node.textContent ?? '';
            if (node.nodeType !== Node.TEXT_NODE || text.trim() === '') return false;
            // White space at the end of a line hangs over its edge.
            range.setStart(node, text.length - text.trimStart().length);
            range.setEnd(node, text.trimEnd().length);
            return [...range.getClientRects()].some(is_beyond);
        }),
    );
    const told = [...elements, ...words, ...lines].map((element) => `${element.tagName}#${element.id} "${element.textContent?.slice(0, 40)}"`);
    return [...scrolls, ...told];
}

/** Painted words for which there is not room enough: too many lines, or one that is wider than its place. */
export function clipped() {
    const range = document.createRange();
    /** White space at the end of a line hangs over its edge. @param {Element} line */
    const width_of = (line) => {
        const words = [...line.childNodes].find((node) => node.nodeType === Node.TEXT_NODE);
        if (!words?.textContent?.trim()) return 0;
        range.setStart(words, 0);
        range.setEnd(words, words.textContent.trimEnd().length);
        return range.getBoundingClientRect().width;
    };
    const painted = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('#mirror [style*="line-height"]')]);
    return painted.filter((element) => !element.matches('select, input, textarea')).flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        const parts = [...element.querySelectorAll(':scope > .line')];
        const lines = parts.length > 0 ? parts : [element];
        const { fontSize, lineHeight } = element.style;
        // Of a line that ends inside an isolate, the browser counts a space in.
        const room = width + 0.3 * parseFloat(fontSize);
        const fits = lines.length * parseFloat(lineHeight) <= height + 1 && lines.every((line) => width_of(line) <= room);
        return fits || width === 0 ? [] : [`${element.tagName}#${element.id} clips "${element.textContent?.slice(0, 40)}"`];
    });
}

/** How the program has placed all that is on the page. */
export const places = () => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#mirror [style]'))].map(({ style }) => `${style.width} ${style.height}`).join();

/** Controls that are not seen when they have focus: beside or below the window, or behind something else. A field as
 * high as the window may reach beyond it. */
export function unseen_focus() {
    /** @type {string[]} */
    const found = [];
    const controls = '#mirror :is(a[href], button:not(:disabled), input, select, textarea, summary)';
    for (const control of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(controls))) {
        control.focus();
        if (document.activeElement !== control) continue;
        const { left, right, top, bottom } = control.getBoundingClientRect();
        const seen = Math.min(bottom, innerHeight) - top;
        const is_inside = left >= -1 && right <= document.documentElement.clientWidth + 1 && top >= -1 && seen > 0.6 * (bottom - top);
        const at_middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        const is_free = at_middle !== null && (control.contains(at_middle) || at_middle.closest('label')?.htmlFor === control.id);
        if (!is_inside || !is_free) found.push(`${control.tagName}#${control.id} has focus at ${Math.round(top)} … ${Math.round(bottom)} of ${innerHeight}, ${at_middle?.tagName}#${at_middle?.id} in its place`);
    }
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
    scrollTo(0, 0);
    return found;
}
