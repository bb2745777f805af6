import { chacha20poly1305 } from '@noble/ciphers/chacha';
import { bytesToHex, hexToBytes } from '@noble/ciphers/utils';
import { keep, kept, keptNames } from './storage.js';

/** What the names begin with under which last words stand until the next visit, each under its page's and its draft's. */
const beginning = 'unsaved';
/** Where a key of last words may be opened. */
const place = 'last words';
/** Each key seals the drafts of one moment, each with a number of its own and for its own id. @param {number} number */
const nonceOf = (number) => new Uint8Array(12).fill(number, 0, 1);
const encoder = new TextEncoder();

/** @param {Uint8Array} key @param {number} number @param {string} id */
const cipher = (key, number, id) => chacha20poly1305(key, nonceOf(number), encoder.encode(id));
/** @param {string} name */
const draftIn = (name) => name.split('.').slice(2).join('.');

/**
 * What was typed in the last moment of a page. A database answers later than that, and so does the browser's cipher; so
 * it goes to where a text can be put at once, sealed with a key that was made before and stands beside it, sealed as
 * all that is kept.
 */
export class LastWords {
  /** @param {import('./vault.js').Vault} vault */
  constructor(vault) {
    this.vault = vault;
    /** No other page overwrites or forgets them. */
    this.beginning = `${beginning}.${crypto.randomUUID()}.`;
    /** @type {{ key: Uint8Array, sealed: string } | null} */
    this.next = null;
    this.prepare();
  }

  async prepare() {
    const key = crypto.getRandomValues(new Uint8Array(32));
    const { iv, sealed } = await this.vault.seal.close(place, key);
    this.next = { key, sealed: `${bytesToHex(iv)} ${bytesToHex(new Uint8Array(sealed))}` };
  }

  /** @param {import('./vault.js').Kept[]} drafts */
  say(drafts) {
    const { next } = this;
    if (!next) return;
    this.next = null;
    this.prepare();
    drafts.forEach(({ id, content }, number) => {
      const sealed = cipher(next.key, number, id).encrypt(encoder.encode(JSON.stringify(content)));
      keep(this.beginning + id, `${next.sealed} ${bytesToHex(Uint8Array.of(number))} ${bytesToHex(sealed)}`);
    });
  }

  /** The page has lived on, and they are where they belong. */
  forget() {
    for (const name of keptNames(this.beginning)) keep(name, null);
  }

  /** Of all pages, for a draft that is deleted. @param {string} id */
  static forgetDraft(id) {
    for (const name of keptNames(beginning)) if (draftIn(name) === id) keep(name, null);
  }

  /** Of all pages: nothing is to be kept. */
  static forgetAll() {
    for (const name of keptNames(beginning)) keep(name, null);
  }

  /**
   * Puts the last words of the pages before where they belong, unless what is there is newer. What cannot be put there
   * now waits for the next visit.
   */
  async takeOver() {
    for (const name of keptNames(beginning)) {
      try {
        const content = await this.heard(name);
        // Unless they were deleted meanwhile.
        if (content && kept(name) !== null) await this.vault.putNewer(draftIn(name), content);
        keep(name, null);
      } catch {
        continue;
      }
    }
  }

  /**
   * Nothing when they were sealed with a key that is lost, or changed since.
   * @param {string} name
   * @returns {Promise<import('./vault.js').Content | null>}
   */
  async heard(name) {
    try {
      const [iv, sealed, [number], text] = (kept(name) ?? '').split(' ').map((part) => new Uint8Array(hexToBytes(part)));
      const key = await this.vault.seal.open(place, { iv, sealed: sealed.buffer });
      return key && JSON.parse(new TextDecoder().decode(cipher(new Uint8Array(key), number, draftIn(name)).decrypt(text)));
    } catch {
      return null;
    }
  }
}
