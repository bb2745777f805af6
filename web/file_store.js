/**
 * Files that are not wholly sent, sealed with a key that no script can read out, so that the next visit goes on. Where
 * the browser keeps nothing, they last as long as the page.
 * @typedef {{ id: string, name: string, type: string, url: string | null, hasMetadata: boolean, blob: Blob }} Kept
 * @typedef {{ id: string, name: string, type: string, url: string | null, hasMetadata: boolean, iv: Uint8Array<ArrayBuffer>, sealed: ArrayBuffer }} Sealed
 */

const databaseName = 'huiyin-files';

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
      const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      await answerTo((await this.table('keys', 'readwrite')).put(made, 'files'));
      return made;
    })();
    return this.key;
  }

  /** @param {Kept} kept @returns {Promise<boolean>} whether it is kept */
  async put({ blob, ...rest }) {
    try {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await this.sealingKey(), await blob.arrayBuffer());
      await answerTo((await this.table('files', 'readwrite')).put({ ...rest, iv, sealed }));
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Where it is sent to.
   * @param {string} id
   * @param {string} url
   */
  async setUrl(id, url) {
    try {
      const files = await this.table('files', 'readwrite');
      const found = await answerTo(files.get(id));
      if (found) await answerTo(files.put({ ...found, url }));
    } catch {
      // Without its address it is sent anew.
    }
  }

  /** @param {string} id */
  async remove(id) {
    try {
      await answerTo((await this.table('files', 'readwrite')).delete(id));
    } catch {
      // Nothing was kept.
    }
  }

  /** @returns {Promise<Kept[]>} */
  async all() {
    try {
      /** @type {Sealed[]} */
      const sealed = await answerTo((await this.table('files', 'readonly')).getAll());
      const opened = await Promise.all(sealed.map((one) => this.opened(one)));
      return opened.flatMap((one) => one ?? []);
    } catch {
      return [];
    }
  }

  /** @param {Sealed} file @returns {Promise<Kept | null>} */
  async opened({ iv, sealed, ...rest }) {
    try {
      const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await this.sealingKey(), sealed);
      return { ...rest, blob: new Blob([bytes], { type: rest.type }) };
    } catch {
      await this.remove(rest.id);
      return null;
    }
  }
}
