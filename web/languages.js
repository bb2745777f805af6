import { hanLanguageOf } from './fonts.js';

/**
 * What is served for each language, by its tag.
 * @typedef {object} LanguageAssets
 * @property {Record<string, string>} catalogues
 * @property {Record<string, string>} packages ICU data; `base` for all languages
 */

/**
 * Fetches a file of our own.
 * @param {string} url
 */
export async function load(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

/**
 * The language that the program will most likely choose, so that it loads beside the program. A wrong guess costs
 * time and nothing else.
 * @param {string | null} known chosen on an earlier visit, or found by the server
 * @param {readonly string[]} wished
 * @param {string[]} tags
 */
export function guess(known, wished, tags) {
  for (const wish of known === null ? wished : [known, ...wished]) {
    const wanted = /^zh\b/i.test(wish) ? hanLanguageOf(wish) : wish;
    const exact = tags.find((tag) => tag.toLowerCase() === wanted.toLowerCase());
    const related = tags.find((tag) => tag.split('-')[0] === wish.toLowerCase().split('-')[0]);
    if (exact ?? related) return exact ?? related ?? 'en';
  }
  return 'en';
}

/** Catalogue and ICU data of languages, each fetched once. */
export class Languages {
  /** @param {LanguageAssets} assets */
  constructor(assets) {
    this.assets = assets;
    /** @type {Map<string, Promise<{ catalogue: string, data: ArrayBuffer | null }>>} */
    this.known = new Map();
  }

  get tags() {
    return Object.keys(this.assets.catalogues);
  }

  /** @param {string} tag */
  get(tag) {
    const known = this.known.get(tag) ?? this.fetched(tag);
    this.known.set(tag, known);
    known.catch(() => this.known.delete(tag));
    return known;
  }

  /** @param {string} tag */
  async fetched(tag) {
    const words = load(this.assets.catalogues[tag]).then((response) => response.text());
    const [catalogue, data] = await Promise.all([words, this.data(tag)]);
    return { catalogue, data };
  }

  /** @param {string} name */
  async data(name) {
    const url = this.assets.packages[name];
    return url ? (await load(url)).arrayBuffer() : null;
  }
}
