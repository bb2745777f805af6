import { tagOf } from './poly1305.js';
import { keep, kept, keptNames } from './storage.js';

/** What the names begin with under which last words stand until the next visit. */
const beginning = 'unsaved';
/** Longer than any draft of this visit so far, in bytes. */
const leastRoom = 1 << 16;
/** What of a pad is the key of the tag; the rest is added to the text. */
const tagKeySize = 32;

/** @param {Uint8Array} bytes @param {Uint8Array} pad */
function added(bytes, pad) {
  return bytes.map((byte, at) => byte ^ pad[tagKeySize + at]);
}

/** @param {Uint8Array} bytes */
function written(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
function read(text) {
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => parseInt(byte, 16));
}

/**
 * What was typed in the last moment of a page. A database answers later than that, and so does the browser's cipher; so
 * it goes to where a text can be put at once, sealed with a pad that was made before: the beginning of it is the key of
 * a tag without which nothing is taken over, the rest is added to the text.
 */
export class LastWords {
  /** @param {import('./vault.js').Vault} vault */
  constructor(vault) {
    this.vault = vault;
    /** No other page overwrites or forgets them. */
    this.name = `${beginning}.${crypto.randomUUID()}`;
    /** @type {{ iv: Uint8Array<ArrayBuffer>, bytes: Uint8Array } | null} */
    this.pad = null;
    this.prepare(leastRoom);
  }

  /** @param {number} size */
  async prepare(size) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const bytes = await this.vault.seal.pad(iv, tagKeySize + size);
    this.pad = { iv, bytes };
  }

  /** @param {import('./vault.js').Kept[]} drafts */
  say(drafts) {
    const plain = new TextEncoder().encode(JSON.stringify(drafts));
    const { pad } = this;
    this.pad = null;
    this.prepare(Math.max(leastRoom, 2 * plain.length));
    if (!pad || pad.bytes.length < tagKeySize + plain.length) return;
    const sealed = added(plain, pad.bytes);
    keep(this.name, `${written(pad.iv)} ${tagOf(sealed, pad.bytes)} ${written(sealed)}`);
  }

  /** The page has lived on, and they are where they belong. */
  forget() {
    if (kept(this.name) !== null) keep(this.name, null);
  }

  /** Of all pages: nothing is to be kept. */
  static forgetAll() {
    for (const name of keptNames(beginning)) keep(name, null);
  }

  /** Puts the last words of the pages before where they belong, unless what is there is newer. */
  async takeOver() {
    for (const name of keptNames(beginning)) {
      for (const { id, content } of await this.heard(name)) await this.vault.putNewer(id, content);
      keep(name, null);
    }
  }

  /**
   * None when they were sealed with a key that is lost, or changed since.
   * @param {string} name
   * @returns {Promise<import('./vault.js').Kept[]>}
   */
  async heard(name) {
    const [iv = '', tag, text = ''] = (kept(name) ?? '').split(' ');
    const sealed = read(text);
    if (sealed.length === 0) return [];
    const pad = await this.vault.seal.pad(read(iv), tagKeySize + sealed.length);
    return tagOf(sealed, pad) === tag ? JSON.parse(new TextDecoder().decode(added(sealed, pad))) : [];
  }
}
