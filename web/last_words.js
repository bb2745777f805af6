import { chacha20poly1305 } from '@noble/ciphers/chacha';
import { bytesToHex, hexToBytes } from '@noble/ciphers/utils';
import { keep, kept, keptNames } from './storage.js';

/** What the names begin with under which last words stand until the next visit. */
const beginning = 'unsaved';
/** Where a key of last words may be opened. */
const place = 'last words';
/** Each key seals one text, so that this can be the same for all. */
const nonce = new Uint8Array(12);

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
    this.name = `${beginning}.${crypto.randomUUID()}`;
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
    const sealed = chacha20poly1305(next.key, nonce).encrypt(new TextEncoder().encode(JSON.stringify(drafts)));
    keep(this.name, `${next.sealed} ${bytesToHex(sealed)}`);
  }

  /** The page has lived on, and they are where they belong. */
  forget() {
    if (kept(this.name) !== null) keep(this.name, null);
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
        for (const { id, content } of await this.heard(name)) await this.vault.putNewer(id, content);
        keep(name, null);
      } catch {
        continue;
      }
    }
  }

  /**
   * None when they were sealed with a key that is lost, or changed since.
   * @param {string} name
   * @returns {Promise<import('./vault.js').Kept[]>}
   */
  async heard(name) {
    try {
      const [iv, sealed, text] = (kept(name) ?? '').split(' ').map((part) => new Uint8Array(hexToBytes(part)));
      const key = await this.vault.seal.open(place, { iv, sealed: sealed.buffer });
      return key ? JSON.parse(new TextDecoder().decode(chacha20poly1305(new Uint8Array(key), nonce).decrypt(text))) : [];
    } catch {
      return [];
    }
  }
}
