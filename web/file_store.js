import { kept } from './storage.js';

/**
 * Files that are not wholly sent, sealed with a key that no script can read out, so that the next visit goes on. Where
 * the browser keeps nothing, or is to keep nothing, they last as long as the page.
 * @typedef {object} About
 * @property {string} id
 * @property {string} name
 * @property {string} type
 * @property {string | null} url where it is sent to
 * @property {string | null} former where an older version of it was sent to, until that is gone
 * @property {boolean} hasMetadata
 * @property {boolean} keepsMetadata
 *
 * @typedef {About & { blob: Blob }} Kept
 * @typedef {{ iv: Uint8Array<ArrayBuffer>, bytes: ArrayBuffer }} Sealed
 * @typedef {{ id: string, about: Sealed, content: Sealed }} Entry its id is made of the file's, which lets nobody send
 */

const databaseName = 'huiyin-files';
const algorithm = 'AES-GCM';

/** Somebody else will use this browser. */
export const keepsNothing = () => kept('shared') !== null;

/** @param {string} id */
async function entryId(id) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function answerTo(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export class FileStore {
  constructor() {
    /** @type {Promise<IDBDatabase> | undefined} */
    this.opening = undefined;
    /** @type {Promise<CryptoKey> | undefined} */
    this.key = undefined;
    /** What this page has put or found there, by the files' ids. @type {Set<string>} */
    this.known = new Set();
  }

  database() {
    this.opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(databaseName, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('files', { keyPath: 'id' });
        request.result.createObjectStore('keys');
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return this.opening;
  }

  /**
   * @param {'files' | 'keys'} name
   * @param {IDBTransactionMode} mode
   */
  async table(name, mode) {
    return (await this.database()).transaction(name, mode).objectStore(name);
  }

  /** The key of this browser; made the first time. */
  sealingKey() {
    this.key ??= (async () => {
      const found = await answerTo((await this.table('keys', 'readonly')).get('files'));
      if (found) return found;
      const made = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, ['encrypt', 'decrypt']);
      await answerTo((await this.table('keys', 'readwrite')).put(made, 'files'));
      return made;
    })();
    return this.key;
  }

  /** @param {ArrayBuffer | Uint8Array<ArrayBuffer>} plain @returns {Promise<Sealed>} */
  async sealed(plain) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, bytes: await crypto.subtle.encrypt({ name: algorithm, iv }, await this.sealingKey(), plain) };
  }

  /** @param {Sealed} sealed */
  async plain({ iv, bytes }) {
    return crypto.subtle.decrypt({ name: algorithm, iv }, await this.sealingKey(), bytes);
  }

  /** @param {Kept} kept */
  sealedAbout({ blob: _, ...about }) {
    return this.sealed(new TextEncoder().encode(JSON.stringify(about)));
  }

  /**
   * @param {Kept} kept
   * @param {() => boolean} isWanted asked in the last moment
   * @returns {Promise<boolean>} whether it is kept
   */
  async put(kept, isWanted) {
    this.known.delete(kept.id);
    try {
      const [about, content] = [await this.sealedAbout(kept), await this.sealed(await kept.blob.arrayBuffer())];
      const id = await entryId(kept.id);
      const files = await this.table('files', 'readwrite');
      if (keepsNothing() || !isWanted()) return false;
      await answerTo(files.put({ id, about, content }));
      this.known.add(kept.id);
      return true;
    } catch {
      return false;
    }
  }

  /** Writes down anew where it is sent to. @param {Kept} kept */
  async change(kept) {
    try {
      const [id, about] = [await entryId(kept.id), await this.sealedAbout(kept)];
      const files = await this.table('files', 'readwrite');
      const found = await answerTo(files.get(id));
      if (found) await answerTo(files.put({ ...found, about }));
    } catch {
      // Without its address it is sent anew.
    }
  }

  /** @param {string} id */
  async remove(id) {
    try {
      await this.removeEntry(await entryId(id));
    } catch {
      // Nothing was kept.
    }
  }

  /** @param {string} entry its id */
  async removeEntry(entry) {
    await answerTo((await this.table('files', 'readwrite')).delete(entry));
  }

  async clear() {
    this.known.clear();
    try {
      await answerTo((await this.table('files', 'readwrite')).clear());
    } catch {
      // Nothing was kept.
    }
  }

  async isEmpty() {
    try {
      return (await answerTo((await this.table('files', 'readonly')).count())) === 0;
    } catch {
      return true;
    }
  }

  /** @param {string} id @returns {Promise<Kept | null>} */
  async get(id) {
    try {
      const place = await entryId(id);
      const found = await answerTo((await this.table('files', 'readonly')).get(place));
      return found ? await this.opened(found) : null;
    } catch {
      return null;
    }
  }

  /** What has become of a file; nothing when another page has sent or removed it. @param {Kept} file */
  async newest(file) {
    return this.known.has(file.id) && !keepsNothing() ? this.get(file.id) : file;
  }

  /** @returns {Promise<Kept[]>} */
  async all() {
    try {
      /** @type {Entry[]} */
      const entries = await answerTo((await this.table('files', 'readonly')).getAll());
      const opened = await Promise.all(entries.map((one) => this.opened(one)));
      return opened.flatMap((one) => one ?? []);
    } catch {
      return [];
    }
  }

  /** @param {Entry} entry @returns {Promise<Kept | null>} */
  async opened({ id, about, content }) {
    try {
      /** @type {About} */
      const known = JSON.parse(new TextDecoder().decode(await this.plain(about)));
      const blob = new Blob([await this.plain(content)], { type: known.type });
      this.known.add(known.id);
      return { ...known, blob };
    } catch {
      await this.removeEntry(id).catch(() => {});
      return null;
    }
  }
}
