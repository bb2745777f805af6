import { monoOf, sansOf } from './fonts.js';
import { SentElements } from './sent_elements.js';

/** As web/mirror.h names them. */
export const Op = {
  End: 0,
  Create: 1,
  Remove: 2,
  Place: 3,
  SetAttribute: 4,
  RemoveAttribute: 5,
  Move: 6,
  SetText: 7,
  SetLook: 8,
  SetValue: 9,
  SetChecked: 10,
  SetOptions: 11,
};

/** In the order of ui::Weight and ui::Align. */
const weights = ['400', '500', '700'];
const alignments = ['start', 'center', 'end'];

/** Phones zoom into a field with smaller letters. */
const leastFieldSize = 16;

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/** The real elements over the canvas, kept like the program's nodes. */
export class Mirror {
  /**
   * @param {HTMLElement} root
   * @param {boolean} isPlain whether the elements are laid out by the stylesheet, without a canvas
   */
  constructor(root, isPlain) {
    this.root = root;
    this.isPlain = isPlain;
    /** @type {HTMLElement[]} */
    this.elements = [root];
    /** Values that wait until their field has no focus. @type {Map<Field, string>} */
    this.waiting = new Map();
    this.isComposing = false;
    /** Whether the elements are the program's. */
    this.isInUse = false;
    /** Whether there are elements that did not come with the page. */
    this.hasGrown = false;
    this.sent = new SentElements(root);
    root.addEventListener('compositionstart', () => (this.isComposing = true));
    root.addEventListener('compositionend', () => (this.isComposing = false));
    root.addEventListener('input', ({ target }) => this.waiting.delete(/** @type {Field} */ (target)));
    root.addEventListener('focusout', ({ target }) => this.settle(/** @type {Field} */ (target)));
  }

  /**
   * @param {import('./wire.js').WireReader} reader
   * @returns {boolean} whether anything changed
   */
  apply(reader) {
    const focused = document.activeElement;
    let hasChanged = false;
    for (let op = reader.byte(); op !== Op.End; op = reader.byte()) {
      this.applyOne(op, reader.number(), reader);
      hasChanged = true;
    }
    if (hasChanged) this.isInUse = true;
    if (hasChanged) this.sent.dropUnconfirmed();
    this.keepFocus(focused);
    this.showDialogs();
    return hasChanged;
  }

  /** A dialog is shown once all that is in it is there, so that its first control takes the focus. */
  showDialogs() {
    for (const dialog of this.root.getElementsByTagName('dialog')) if (!dialog.open) dialog.showModal();
  }

  /**
   * An element that had to move loses its focus on the way.
   * @param {Element | null} focused
   */
  keepFocus(focused) {
    const isLost = focused !== document.activeElement && focused?.isConnected && this.root.contains(focused);
    if (isLost) /** @type {HTMLElement} */ (focused).focus({ preventScroll: true });
  }

  /**
   * @param {number} op
   * @param {number} handle
   * @param {import('./wire.js').WireReader} reader
   */
  applyOne(op, handle, reader) {
    const element = this.elements[handle];
    switch (op) {
      case Op.Create:
        this.elements[handle] = this.made(reader.word(), reader.text());
        break;
      case Op.Remove:
        // The browser gives the focus back to where it was before.
        if (element instanceof HTMLDialogElement) element.close();
        element.remove();
        break;
      case Op.Place: {
        const [parent, behind] = [reader.number(), reader.number()];
        this.sent.dropRest();
        place(element, this.elements[parent], behind === 0 ? null : this.elements[behind]);
        break;
      }
      case Op.SetAttribute:
        this.setAttribute(element, reader.word(), reader.text());
        break;
      case Op.RemoveAttribute:
        element.removeAttribute(reader.word());
        break;
      case Op.Move:
        this.move(element, reader);
        break;
      case Op.SetText:
        setText(element, reader);
        break;
      case Op.SetLook:
        this.setLook(element, reader);
        break;
      case Op.SetValue:
        this.setValue(/** @type {Field} */ (element), reader.text());
        break;
      case Op.SetChecked:
        /** @type {HTMLInputElement} */ (element).checked = reader.flag();
        break;
      case Op.SetOptions:
        setOptions(/** @type {HTMLSelectElement} */ (element), reader);
        break;
      default:
        throw new Error(`Unknown operation ${op}`);
    }
  }

  /**
   * @param {string} tag
   * @param {string} id
   */
  made(tag, id) {
    const sent = this.sent.taken(tag, id);
    if (!sent) this.hasGrown = true;
    return sent ?? created(tag);
  }

  /**
   * @param {HTMLElement} element
   * @param {string} name
   * @param {string} value
   */
  setAttribute(element, name, value) {
    this.sent.confirm(element, name);
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }

  /**
   * @param {HTMLElement} element
   * @param {import('./wire.js').WireReader} reader
   */
  move(element, reader) {
    const [left, top, width, height] = [reader.real(), reader.real(), reader.real(), reader.real()];
    if (this.isPlain) return;
    const style = element.style;
    style.left = `${left}px`;
    style.top = `${top}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
  }

  /**
   * Sets the text as the canvas does, so that selection and find lie on what is seen.
   * @param {HTMLElement} element
   * @param {import('./wire.js').WireReader} reader
   */
  setLook(element, reader) {
    const size = reader.real();
    const weight = weights[reader.byte()];
    const familyOf = reader.byte() === 1 ? monoOf : sansOf;
    const lang = reader.word();
    const [lineHeight, letterSpacing, wordSpacing] = [reader.real(), reader.real(), reader.real()];
    const align = alignments[reader.byte()];
    const [paddingInline, paddingBlock] = [reader.real(), reader.real()];
    if (this.isPlain) return;
    const style = element.style;
    style.fontWeight = weight;
    style.fontFamily = familyOf(lang);
    if (isField(element)) {
      style.fontSize = `${Math.max(size, leastFieldSize)}px`;
      return;
    }
    style.fontSize = `${size}px`;
    style.lineHeight = `${lineHeight}px`;
    style.letterSpacing = letterSpacing === 0 ? '' : `${letterSpacing}px`;
    style.wordSpacing = wordSpacing === 0 ? '' : `${wordSpacing}px`;
    style.textAlign = align;
    style.padding = `${paddingBlock}px ${paddingInline}px`;
  }

  /**
   * While a text field has focus the DOM owns its value, above all during composition. Only its clearing from
   * outside (the case was sent) does not wait.
   * @param {Field} field
   * @param {string} value
   */
  setValue(field, value) {
    if (field.value === value) return void this.waiting.delete(field);
    const isTypedIn = field === document.activeElement && field.tagName !== 'SELECT';
    if (isTypedIn && (value !== '' || this.isComposing)) this.waiting.set(field, value);
    else field.value = value;
  }

  /** @param {Field} field */
  settle(field) {
    const value = this.waiting.get(field);
    this.waiting.delete(field);
    if (value !== undefined) field.value = value;
  }

  /** Chromium leaves the words of a closed list as they were before their font came, until its own style changes. */
  redrawLists() {
    for (const { style } of this.root.querySelectorAll('select')) style.fontKerning = style.fontKerning === 'normal' ? 'auto' : 'normal';
  }

  /** Gives the elements to the stylesheet of plain mode. */
  becomePlain() {
    this.isPlain = true;
    for (const element of this.root.querySelectorAll('[style]')) element.removeAttribute('style');
  }
}

/**
 * Where the element stands already it is left alone: moved, a field would lose its focus and what is being composed.
 * @param {HTMLElement} element
 * @param {HTMLElement} parent
 * @param {HTMLElement | null} behind the sibling behind it
 */
function place(element, parent, behind) {
  if (element.parentNode !== parent || element.nextSibling !== behind) parent.insertBefore(element, behind);
}

/** @param {string} tag */
function created(tag) {
  const element = document.createElement(tag);
  if (tag !== 'form') return element;
  // With a button to press, Enter in a field is the browser's own "submit".
  const button = document.createElement('button');
  button.type = 'submit';
  button.hidden = true;
  element.append(button);
  return element;
}

/** @param {HTMLElement} element */
function isField(element) {
  return element.matches('input, textarea, select');
}

/**
 * Puts the text before the child elements, one part for each painted line; the parts together are the text itself.
 * @param {HTMLElement} element
 * @param {import('./wire.js').WireReader} reader
 */
function setText(element, reader) {
  const text = reader.text();
  const starts = [0];
  for (let left = reader.number(); left > 0; --left) starts.push(reader.number());
  while (element.firstChild && !isMirrored(element.firstChild)) element.firstChild.remove();
  const parts =
    starts.length === 1 ? [text] : starts.flatMap((start, at) => lineParts(text.slice(start, starts[at + 1])));
  element.prepend(...(element.dataset.level ? [titled(element.dataset.level, parts)] : parts));
  element.toggleAttribute('data-lines', starts.length > 1);
}

/**
 * A legend may be the title of the page as well.
 * @param {string} level
 * @param {(HTMLElement | string)[]} parts
 */
function titled(level, parts) {
  const heading = document.createElement(`h${level}`);
  heading.append(...parts);
  return heading;
}

/** @param {Node} node */
export function isMirrored(node) {
  return node instanceof HTMLElement && (node.id !== '' || node.hidden);
}

/**
 * White space stands inside the line that it ends, or a screen reader of a text that runs right to left would miss it.
 * @param {string} line with the white space at its end
 * @returns {(HTMLElement | string)[]}
 */
function lineParts(line) {
  const end = line.indexOf('\n');
  const span = document.createElement('span');
  span.className = 'line';
  span.textContent = end < 0 ? line : line.slice(0, end);
  return end < 0 ? [span] : [span, line.slice(end)];
}

/**
 * @param {HTMLSelectElement} select
 * @param {import('./wire.js').WireReader} reader
 */
function setOptions(select, reader) {
  /** @type {Map<string, HTMLElement>} */
  const groups = new Map();
  const value = select.value;
  select.textContent = '';
  for (let left = reader.number(); left > 0; --left) {
    const option = document.createElement('option');
    option.value = reader.text();
    option.textContent = reader.text();
    const group = reader.text();
    if (group !== '' && !groups.has(group)) {
      const made = document.createElement('optgroup');
      made.label = group;
      groups.set(group, made);
      select.append(made);
    }
    (groups.get(group) ?? select).append(option);
  }
  select.value = value;
}
