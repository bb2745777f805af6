import { EventKind } from './core.js';
import { isMirrored } from './mirror.js';
import { keep, kept } from './storage.js';

/** @typedef {import('./mirror.js').Field} Field */

/**
 * The portal's page in another language, as it was drawn before.
 * @param {string} tag
 * @returns {Promise<Document | null>}
 */
function pageIn(tag) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', `${location.pathname}?lang=${encodeURIComponent(tag)}`);
    request.responseType = 'document';
    request.addEventListener('loadend', () => resolve(request.status === 200 ? request.responseXML : null));
    request.send();
  });
}

/**
 * @param {Element} element
 * @param {Element} fresh
 */
function takeAttributes(element, fresh) {
  for (const name of element.getAttributeNames()) if (!fresh.hasAttribute(name)) element.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * The words of an element are all that is in it and no element of the mirror.
 * @param {Element} element
 * @param {Element} fresh
 */
function takeWords(element, fresh) {
  for (const node of [...element.childNodes]) if (!isMirrored(node)) node.remove();
  element.prepend(...[...fresh.childNodes].filter((node) => !isMirrored(node)).map((node) => document.importNode(node, true)));
}

/**
 * The same element in another language: what was typed, chosen and focused stays.
 * @param {Element} element
 * @param {Element} fresh
 */
function translate(element, fresh) {
  takeAttributes(element, fresh);
  if (element instanceof HTMLSelectElement) {
    const { value } = element.id === 'language' ? /** @type {HTMLSelectElement} */ (fresh) : element;
    takeWords(element, fresh);
    element.value = value;
  } else if (!element.matches('input, textarea')) {
    takeWords(element, fresh);
    for (const child of fresh.children) {
      const same = child.id && document.getElementById(child.id);
      if (same) translate(same, child);
    }
  }
}

/** @param {Document} page */
function show(page) {
  document.title = page.title;
  const { lang, dir } = page.documentElement;
  Object.assign(document.documentElement, { lang, dir });
  for (const id of ['mirror', 'calm', 'pressed']) {
    const [element, fresh] = [document.getElementById(id), page.getElementById(id)];
    if (!element || !fresh) continue;
    if (id === 'pressed') takeWords(element, fresh);
    else if (id === 'mirror') translate(element, fresh);
    else element.replaceChildren(...document.importNode(fresh, true).childNodes);
  }
}

/** @param {Field} field */
function chosenAtFirst(field) {
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  return [...field.options].find((option) => option.defaultSelected)?.value ?? field.options[0]?.value ?? '';
}

/**
 * What the person did to a field, as the event that the program gets of it; nothing when it is as it was sent.
 * @param {Field} field
 * @returns {[string, number, string] | null}
 */
function doneTo(field) {
  if (field.id === '' || field.id === 'language') return null;
  if (field.type === 'radio' || field.type === 'checkbox') {
    const { checked, defaultChecked, type, value, id } = /** @type {HTMLInputElement} */ (field);
    if (checked === defaultChecked || (type === 'radio' && !checked)) return null;
    return [id, EventKind.Change, type === 'radio' ? value : String(checked)];
  }
  if (field.value === chosenAtFirst(field)) return null;
  return [field.id, field.tagName === 'SELECT' ? EventKind.Change : EventKind.Input, field.value];
}

/** The page as it was sent, and what a person does on it until the program takes over. */
export class Start {
  /**
   * @param {HTMLElement} root
   * @param {import('./letters.js').Letters} letters
   */
  constructor(root, letters) {
    this.root = root;
    this.letters = letters;
    /** Whether the page came with its elements. */
    this.isDrawn = root.firstElementChild !== null;
    /** The language to show: asked for by the address, chosen here, or on an earlier visit. @type {string | null} */
    this.language = this.askedFor() ?? kept('language');
    this.wasTouched = false;
    this.ending = new AbortController();
    if (!this.isDrawn) return;
    this.listen();
    this.language = this.chosenUnheard() ?? this.language;
    if (this.language !== null && this.language !== document.documentElement.lang) this.showIn(this.language);
  }

  /** A link may name the language; it then is the person's choice, and the address need not say it any longer. */
  askedFor() {
    const url = new URL(location.href);
    const asked = url.searchParams.get('lang');
    if (asked === null) return null;
    url.searchParams.delete('lang');
    history.replaceState(history.state, '', url);
    // The server has found the language of ours that is meant ("zh-TW") and sent the page in it.
    const language = this.isDrawn ? document.documentElement.lang : asked;
    keep('language', language);
    return language;
  }

  listen() {
    const { signal } = this.ending;
    this.root.addEventListener('input', () => (this.wasTouched = true), { once: true });
    this.root.addEventListener(
      'change',
      ({ target }) => {
        const { id, value } = /** @type {Field} */ (target);
        if (id === 'language') this.choose(value);
      },
      { signal },
    );
  }

  /** The language that was chosen while nothing listened. @returns {string | null} */
  chosenUnheard() {
    const list = /** @type {HTMLSelectElement | null} */ (document.getElementById('language'));
    if (list === null || list.value === document.documentElement.lang) return null;
    keep('language', list.value);
    return list.value;
  }

  /** @param {string} tag */
  choose(tag) {
    this.language = tag;
    keep('language', tag);
    this.showIn(tag);
  }

  /** @param {string} tag */
  async showIn(tag) {
    const page = await pageIn(tag);
    if (!page || tag !== this.language || this.ending.signal.aborted) return;
    show(page);
    this.letters.meetIn(this.root);
  }

  /** From now on the program listens. */
  end() {
    this.ending.abort();
    document.getElementById('pressed')?.remove();
  }

  /** What the program has missed; told once. @returns {[string, number, string][]} */
  tell() {
    const events = this.events();
    this.events = () => [];
    this.wasTouched ||= events.length > 0;
    return events;
  }

  /** @returns {[string, number, string][]} */
  events() {
    /** @type {NodeListOf<Field>} */
    const fields = this.root.querySelectorAll('input, textarea, select');
    const events = [...fields].map(doneTo).filter((event) => event !== null);
    const focused = document.activeElement;
    if (focused?.id && this.root.contains(focused)) events.push([focused.id, EventKind.Focus, '']);
    // Only the program can do what a button says (early.js).
    const { pressed } = document.documentElement.dataset;
    if (pressed !== undefined) events.push([pressed, EventKind.Click, '']);
    return events;
  }

  /** Whether somebody is at work on the page, under whose hands nothing may change its place. */
  get isTouched() {
    const isFocused = document.activeElement !== document.body && this.root.contains(document.activeElement);
    return this.wasTouched || isFocused || scrollY > 0 || !(getSelection()?.isCollapsed ?? true);
  }
}
