import { ownFamilies, systemSansOf } from './fonts.js';
import { load } from './languages.js';

/**
 * A font that we serve, by what it has letters for: one file, or a list of many.
 * @typedef {object} Offer
 * @property {string} family
 * @property {string} ranges as CSS writes them
 * @property {string} [url] of the file
 * @property {string} [parts] address of a list of [url, ranges]
 */

/** No font has a picture of these; browsers that draw the number of a missing letter draw them differently. */
const nothing = '\uFDD0';
const otherNothing = '\uFDE7';
const side = 32;
const told = /[\p{L}\p{N}\p{P}]/u;

/**
 * First and last letters of "U+41,U+61-7A".
 * @param {string} ranges
 */
export const boundsOf = (ranges) =>
  ranges.split(',').map((range) => {
    const [first, last = first] = range.replace('U+', '').split('-');
    return [parseInt(first, 16), parseInt(last, 16)];
  });

/** @param {string} ranges */
function* lettersOf(ranges) {
  for (const [first, last] of boundsOf(ranges)) for (let letter = first; letter <= last; ++letter) yield letter;
}

/**
 * The fonts that may have a letter, the best for a text in a language first.
 * @param {Offer[]} offers
 * @param {number} letter
 * @param {string} lang BCP 47
 */
export function ableOf(offers, letter, lang) {
  const families = ownFamilies(lang);
  const placeIn = (/** @type {Offer} */ { family }) => families.indexOf(family);
  const mayHave = (/** @type {Offer} */ { ranges }) => boundsOf(ranges).some(([first, last]) => letter >= first && letter <= last);
  return offers.filter(mayHave).sort((one, other) => placeIn(one) - placeIn(other));
}

/**
 * Of small scripts each letter is asked for; of large ones, from the kana on, one of every 128.
 * @param {number} letter
 */
const placeOf = (letter) => (letter < 0x3000 ? letter : 0x3000 + (letter >> 7));

/** Pictures of letters, drawn to be compared. */
class Pictures {
  constructor() {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 2 * side;
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
    this.families = '';
    this.context.textBaseline = 'middle';
  }

  /** @param {string} families */
  dress(families) {
    if (this.families === families) return;
    this.families = families;
    this.context.font = `${side}px ${families}`;
    this.noWidth = this.context.measureText(nothing).width;
    this.noPicture = this.of(nothing);
    this.hasNumbers = this.of(otherNothing) !== this.noPicture;
  }

  /** @param {string} letter */
  of(letter) {
    const { context } = this;
    context.clearRect(0, 0, 2 * side, 2 * side);
    context.fillText(letter, side / 2, side);
    return String(context.getImageData(0, 0, 2 * side, 2 * side).data);
  }

  /**
   * @param {string} letter
   * @param {string} families
   */
  lack(letter, families) {
    this.dress(families);
    if (this.context.measureText(letter).width !== this.noWidth) return false;
    return this.hasNumbers || this.of(letter) === this.noPicture;
  }
}

/**
 * Looks at each text whether the device can show it, and brings fonts of ours for the letters that it lacks. A device
 * that has them all fetches nothing. Naming our fonts in a style sheet would not do: the browser takes them before
 * those of the system that nobody has named.
 */
export class Letters {
  /** @param {string} offers their address */
  constructor(offers) {
    this.address = offers;
    /** @type {Pictures | undefined} made for the first letter that has to be looked at */
    this.drawn = undefined;
    /** By language, because the same letter may come from another font: whether each place is lacking. @type {Map<string, Map<number, boolean>>} */
    this.met = new Map();
    /** @type {Set<string>} */
    this.sought = new Set();
    /** @type {Promise<Offer[]> | undefined} */
    this.offers = undefined;
    /** The letters of those fonts that were brought. @type {Map<Offer, Promise<Set<number>>>} */
    this.brought = new Map();
  }

  get pictures() {
    return (this.drawn ??= new Pictures());
  }

  /**
   * Whether the device lacks a letter, or others of its place.
   * @param {string} letter
   * @param {number} number of the letter
   * @param {string} lang
   */
  lacks(letter, number, lang) {
    const met = this.met.get(lang) ?? new Map();
    this.met.set(lang, met);
    const place = placeOf(number);
    if (!met.has(place) && told.test(letter)) met.set(place, this.pictures.lack(letter, systemSansOf(lang)));
    return met.get(place) === true;
  }

  /**
   * @param {string} text
   * @param {string} lang BCP 47
   */
  meet(text, lang) {
    for (const letter of text) {
      const number = /** @type {number} */ (letter.codePointAt(0));
      if (number < 0x100 || !this.lacks(letter, number, lang) || this.sought.has(lang + letter)) continue;
      this.sought.add(lang + letter);
      this.bring(number, lang).catch(() => this.sought.delete(lang + letter));
    }
  }

  /**
   * The words that stand in an element, without the lists of fields, which the system shows.
   * @param {HTMLElement} root
   */
  meetIn(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode;
      if (!parentElement?.matches('option')) this.meet(nodeValue ?? '', document.documentElement.lang);
    }
  }

  /**
   * Brings the first font that has a letter.
   * @param {number} letter
   * @param {string} lang
   */
  async bring(letter, lang) {
    this.offers ??= load(this.address).then((answer) => answer.json());
    this.offers.catch(() => (this.offers = undefined));
    for (const offer of ableOf(await this.offers, letter, lang)) {
      const brought = this.brought.get(offer) ?? this.broughtLetters(offer);
      this.brought.set(offer, brought);
      brought.catch(() => this.brought.delete(offer));
      if ((await brought).has(letter) && (await this.isIn(offer.family, letter, lang))) return;
    }
  }

  /**
   * Fonts are published as having letters that they lack. Asked behind the device's own, because alone they would show
   * a box of theirs.
   * @param {string} family
   * @param {number} number of the letter
   * @param {string} lang
   */
  async isIn(family, number, lang) {
    const letter = String.fromCodePoint(number);
    await document.fonts.load(`${side}px ${family}`, letter);
    return !this.pictures.lack(letter, `${systemSansOf(lang)}, ${family}`);
  }

  /**
   * The browser fetches each part with the first text that needs it.
   * @param {Offer} offer
   */
  async broughtLetters({ family, ranges, url, parts }) {
    /** @type {[string, string][]} */
    const list = parts ? await (await load(parts)).json() : [[url, ranges]];
    for (const [address, unicodeRange] of list)
      document.fonts.add(new FontFace(family, `url(${address})`, { unicodeRange, weight: '100 900', display: 'swap' }));
    return new Set(list.flatMap(([, unicodeRange]) => [...lettersOf(unicodeRange)]));
  }
}
