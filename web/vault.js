import { openDB } from 'idb';

/**
 * What is kept of one draft: the program's text, the request that is to be sent, and the answer that it got.
 * @typedef {object} Content
 * @property {string} text
 * @property {import('./fetch.js').Question} [request]
 * @property {import('./fetch.js').Answer} [answer]
 */

/** @typedef {{ id: string, iv: Uint8Array<ArrayBuffer>, sealed: ArrayBuffer }} Sealed */
/** @typedef {{ id: string, content: Content }} Kept */

const algorithm = 'AES-GCM';
const ivSize = 12;

/** @param {import('idb').IDBPDatabase} database */
async function keyIn(database) {
  const known = await database.get('keys', 'drafts');
  if (known) return known;
  const fresh = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, ['encrypt', 'decrypt']);
  // Another tab may have been faster.
  const change = database.transaction('keys', 'readwrite');
  const key = (await change.store.get('drafts')) ?? fresh;
  await change.store.put(key, 'drafts');
  await change.done;
  return key;
}

/** Drafts on the device, each sealed with a key that no script can read. Throws where the browser keeps nothing. */
export class Vault {
  static async open() {
    /** @type {import('idb').IDBPDatabase} */
    const database = await openDB('huiyin', 1, {
      upgrade(fresh) {
        fresh.createObjectStore('drafts', { keyPath: 'id' });
        fresh.createObjectStore('keys');
      },
      blocking: () => database.close(),
    });
    return new Vault(database, await keyIn(database));
  }

  /**
   * @param {import('idb').IDBPDatabase} database
   * @param {CryptoKey} key
   */
  constructor(database, key) {
    this.database = database;
    this.key = key;
  }

  /** Each draft is sealed for its own place. @param {string} id @param {BufferSource} iv */
  cipher(id, iv) {
    return { name: algorithm, iv, additionalData: new TextEncoder().encode(id) };
  }

  /** @param {string} id @param {Content} content @returns {Promise<Sealed>} */
  async seal(id, content) {
    const iv = crypto.getRandomValues(new Uint8Array(ivSize));
    const plain = new TextEncoder().encode(JSON.stringify(content));
    return { id, iv, sealed: await crypto.subtle.encrypt(this.cipher(id, iv), this.key, plain) };
  }

  /** Nothing when it was sealed with a key that is lost. @param {Sealed} record @returns {Promise<Content | null>} */
  async unseal({ id, iv, sealed }) {
    try {
      const plain = await crypto.subtle.decrypt(this.cipher(id, iv), this.key, sealed);
      return JSON.parse(new TextDecoder().decode(plain));
    } catch {
      return null;
    }
  }

  /** All that can be read; what cannot is of no use to anybody and goes. @returns {Promise<Kept[]>} */
  async all() {
    /** @type {Kept[]} */
    const kept = [];
    for (const record of await this.database.getAll('drafts')) {
      const content = await this.unseal(record);
      if (content) kept.push({ id: record.id, content });
      else await this.drop(record.id);
    }
    return kept;
  }

  /** @param {string} id @param {Content} content */
  async put(id, content) {
    const sealed = await this.seal(id, content);
    // What is to be sent outlives also the machine.
    const change = this.database.transaction('drafts', 'readwrite', { durability: content.request ? 'strict' : 'default' });
    await change.store.put(sealed);
    await change.done;
  }

  /**
   * In place of what was read, unless somebody else has changed it meanwhile.
   * @param {string} id
   * @param {(now: Content) => Content | null} changed nothing to leave it as it is
   */
  async change(id, changed) {
    const before = await this.database.get('drafts', id);
    const content = before && (await this.unseal(before));
    const after = content && changed(content);
    if (!after) return;
    const sealed = await this.seal(id, after);
    const change = this.database.transaction('drafts', 'readwrite');
    const now = await change.store.get(id);
    if (now && String(now.iv) === String(before.iv)) await change.store.put(sealed);
    await change.done;
  }

  /** @param {string} id */
  drop(id) {
    return this.database.delete('drafts', id);
  }

  dropAll() {
    return this.database.clear('drafts');
  }

  /**
   * With this a text can be sealed in the very moment in which the page goes, when nothing can be waited for: what
   * the cipher makes of noughts is what it adds to a text. A pad is for one text only.
   * @param {Uint8Array<ArrayBuffer>} iv
   * @param {number} size in bytes
   */
  async pad(iv, size) {
    return new Uint8Array(await crypto.subtle.encrypt({ name: algorithm, iv }, this.key, new Uint8Array(size)));
  }
}
