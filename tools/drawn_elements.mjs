// A document just large enough for web/mirror.js to build its elements in Node.js, and to be written down as HTML.

const void_tags = new Set(['input', 'hr', 'br', 'wbr', 'img']);

/** @param {string} text */
export const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export class DrawnElement {
    /** @param {string} tag */
    constructor(tag) {
        this.localName = tag;
        /** @type {Map<string, string>} */
        this.attributes = new Map();
        /** Elements and texts. @type {(DrawnElement | string)[]} */
        this.childNodes = [];
        /** @type {DrawnElement | null} */
        this.parent = null;
        /** @type {Record<string, string>} */
        this.style = {};
        this.value = '';
        this.checked = false;
    }

    get tagName() {
        return this.localName.toUpperCase();
    }

    get id() {
        return this.getAttribute('id') ?? '';
    }

    set id(value) {
        this.setAttribute('id', value);
    }

    get className() {
        return this.getAttribute('class') ?? '';
    }

    set className(value) {
        this.setAttribute('class', value);
    }

    get type() {
        return this.getAttribute('type') ?? '';
    }

    set type(value) {
        this.setAttribute('type', value);
    }

    get label() {
        return this.getAttribute('label') ?? '';
    }

    set label(value) {
        this.setAttribute('label', value);
    }

    /** @returns {DrawnElement | { remove: () => void } | null} */
    get firstChild() {
        const first = this.childNodes[0];
        if (typeof first !== 'string') return first ?? null;
        return { remove: () => this.childNodes.shift() };
    }

    get dataset() {
        return { level: this.getAttribute('data-level') ?? undefined };
    }

    get hidden() {
        return this.attributes.has('hidden');
    }

    set hidden(is_hidden) {
        this.toggleAttribute('hidden', is_hidden);
    }

    /** @returns {string} */
    get textContent() {
        return this.childNodes.map((child) => (typeof child === 'string' ? child : child.textContent)).join('');
    }

    set textContent(text) {
        this.childNodes = text === '' ? [] : [text];
    }

    /** @param {string} name */
    getAttribute(name) {
        return this.attributes.get(name) ?? null;
    }

    /** @param {string} name @param {string} value */
    setAttribute(name, value) {
        this.attributes.set(name, value);
    }

    /** @param {string} name */
    removeAttribute(name) {
        this.attributes.delete(name);
    }

    /** @param {string} name @param {boolean} is_there */
    toggleAttribute(name, is_there) {
        if (is_there) this.setAttribute(name, '');
        else this.removeAttribute(name);
    }

    /** @param {string} tags separated by commas */
    matches(tags) {
        return tags.split(/,\s*/).includes(this.localName);
    }

    /** @param {string} tag @returns {DrawnElement[]} */
    getElementsByTagName(tag) {
        return this.all().filter((element) => element.localName === tag);
    }

    /** Itself and all that is in it. @returns {DrawnElement[]} */
    all() {
        return [this, ...this.elements().flatMap((child) => child.all())];
    }

    elements() {
        return this.childNodes.filter((child) => child instanceof DrawnElement);
    }

    remove() {
        if (this.parent) this.parent.childNodes = this.parent.childNodes.filter((child) => child !== this);
        this.parent = null;
    }

    /** @param {DrawnElement} element @param {DrawnElement | null} behind */
    insertBefore(element, behind) {
        element.remove();
        const at = behind ? this.childNodes.indexOf(behind) : this.childNodes.length;
        this.childNodes.splice(at, 0, element);
        element.parent = this;
    }

    /** @param {(DrawnElement | string)[]} nodes */
    append(...nodes) {
        for (const node of nodes) {
            if (node instanceof DrawnElement) this.insertBefore(node, null);
            else if (node !== '') this.childNodes.push(node);
        }
    }

    /** @param {(DrawnElement | string)[]} nodes */
    prepend(...nodes) {
        const behind = this.childNodes;
        this.childNodes = [];
        this.append(...nodes);
        this.childNodes.push(...behind);
    }

    get parentNode() {
        return this.parent;
    }

    get nextSibling() {
        const siblings = this.parent?.childNodes ?? [];
        return siblings[siblings.indexOf(this) + 1] ?? null;
    }

    querySelectorAll() {
        return [];
    }

    addEventListener() {}

    /** Takes in what another drawing of the same has as well; what only one of them has says so.
     * @param {DrawnElement} other @param {string} own_mark @param {string} other_mark attributes */
    merge(other, own_mark, other_mark) {
        const named = (/** @type {DrawnElement} */ element) => element.elements().filter((child) => child.id !== '');
        const own = new Map(named(this).map((child) => [child.id, child]));
        for (const child of own.values()) if (!named(other).some(({ id }) => id === child.id)) child.setAttribute(own_mark, '');
        /** @type {DrawnElement | null} */
        let behind = null;
        for (const child of named(other).reverse()) {
            const same = own.get(child.id);
            if (same && same.localName !== child.localName) throw new Error(`${child.id} is two kinds of elements`);
            if (same) same.merge(child, own_mark, other_mark);
            else child.setAttribute(other_mark, '');
            if (!same) this.insertBefore(child, behind);
            behind = same ?? child;
        }
    }

    /** What a browser would show in the field, as the attribute that says so before any script runs. */
    settle() {
        if (this.localName === 'option') this.toggleAttribute('selected', this.isChosen());
        else if (this.checked) this.setAttribute('checked', '');
        else if (this.localName === 'input' && this.value !== '') this.setAttribute('value', this.value);
        else if (this.localName === 'textarea') this.textContent = this.value;
    }

    isChosen() {
        let select = this.parent;
        while (select && select.localName !== 'select') select = select.parent;
        return select?.value !== '' && select?.value === this.value;
    }

    /** @returns {string} */
    html() {
        this.settle();
        const own_value = this.localName === 'option' ? ` value="${escaped(this.value)}"` : '';
        const attributes = [...this.attributes].map(([name, value]) => ` ${name}${value === '' ? '' : `="${escaped(value)}"`}`);
        const open = `<${this.localName}${own_value}${attributes.join('')}>`;
        return void_tags.has(this.localName) ? open : `${open}${this.inner_html()}</${this.localName}>`;
    }

    inner_html() {
        return this.childNodes.map((child) => (typeof child === 'string' ? escaped(child) : child.html())).join('');
    }
}

/** What web/mirror.js expects of a page. */
export function stand_in_for_a_page() {
    const document = { activeElement: null, createElement: (/** @type {string} */ tag) => new DrawnElement(tag) };
    Object.assign(globalThis, { document, HTMLElement: DrawnElement, HTMLDialogElement: class {} });
}
