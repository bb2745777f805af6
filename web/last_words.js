import { keep, kept } from './storage.js';

/** The name under which the last words stand until the next visit. */
const name = 'unsaved';
/** Longer than any draft of this visit so far, in bytes. */
const leastRoom = 1 << 16;

/** @param {Uint8Array} bytes @param {Uint8Array} pad */
function added(bytes, pad) {
  return bytes.map((byte, at) => byte ^ pad[at]);
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
 * What was typed in the last moment of a page. A database answers later than that, so it goes to where a text can be
 * put at once, sealed by a pad that was made before.
 */
export class LastWords {
  /** @param {import('./vault.js').Vault} vault */
  constructor(vault) {
    this.vault = vault;
    /** @type {{ iv: Uint8Array<ArrayBuffer>, bytes: Uint8Array } | null} */
    this.pad = null;
    this.prepare(leastRoom);
  }

  /** @param {number} size */
  async prepare(size) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const bytes = await this.vault.seal.pad(iv, size);
    this.pad = { iv, bytes };
  }

  /** @param {string} id @param {import('./vault.js').Content} content */
  say(id, content) {
    const plain = new TextEncoder().encode(JSON.stringify({ id, content }));
    const { pad } = this;
    this.pad = null;
    this.prepare(Math.max(leastRoom, 2 * plain.length));
    if (!pad || pad.bytes.length < plain.length) return;
    keep(name, `${written(pad.iv)} ${written(added(plain, pad.bytes))}`);
  }

  /** The page has lived on, and they are where they belong. */
  forget() {
    if (kept(name) !== null) keep(name, null);
  }

  /** Puts the last words of the visit before where they belong. */
  async takeOver() {
    const [iv, sealed] = (kept(name) ?? '').split(' ').map(read);
    if (!sealed) return;
    const plain = added(sealed, await this.vault.seal.pad(iv, sealed.length));
    try {
      const { id, content } = JSON.parse(new TextDecoder().decode(plain));
      await this.vault.put(id, content);
    } catch {
      // Sealed with a key that is lost.
    }
    this.forget();
  }
}
