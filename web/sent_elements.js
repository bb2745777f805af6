/** What a page brought with it for the time before the program, by name; the rest the program says anew. */
const kept = new Set(['style', 'value']);

/** The elements that came with the page, until the program has taken over those that it shows as well. */
export class SentElements {
  /** @param {HTMLElement} root */
  constructor(root) {
    /** Not taken yet. @type {Map<string, HTMLElement>} */
    this.left = new Map();
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[id]')))
      this.left.set(element.id, element);
    /** Names of attributes that nobody has confirmed. @type {Map<HTMLElement, Set<string>>} */
    this.unconfirmed = new Map();
  }

  /**
   * @param {string} tag
   * @param {string} id
   */
  taken(tag, id) {
    const element = this.left.get(id);
    if (element?.localName !== tag) return undefined;
    this.left.delete(id);
    this.unconfirmed.set(element, new Set(element.getAttributeNames()));
    return element;
  }

  /**
   * @param {HTMLElement} element
   * @param {string} name
   */
  confirm(element, name) {
    this.unconfirmed.get(element)?.delete(name);
  }

  /** Takes away the elements that the program does not show. */
  dropRest() {
    for (const element of this.left.values()) element.remove();
    this.left.clear();
  }

  /** Takes away the attributes that the program does not set. */
  dropUnconfirmed() {
    for (const [element, names] of this.unconfirmed)
      for (const name of names) if (!kept.has(name)) element.removeAttribute(name);
    this.unconfirmed.clear();
  }
}
