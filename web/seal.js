import { openDB } from 'idb';

/**
 * What may be kept of something on the device: nobody reads it there, and no script can take away what opens it.
 * @typedef {{ iv: Uint8Array<ArrayBuffer>, sealed: ArrayBuffer }} Sealed
 */

const algorithm = 'AES-GCM';
const ivSize = 12;

/**
 * A database with one table, of records that have an id, beside the key that seals them.
 * @param {string} name
 * @param {string} table
 * @returns {Promise<import('idb').IDBPDatabase>}
 */
export async function openTable(name, table) {
  /** @type {import('idb').IDBPDatabase} */
  const database = await openDB(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore(table, { keyPath: 'id' });
      fresh.createObjectStore('keys');
    },
    blocking: () => database.close(),
  });
  return database;
}

/**
 * The one key of a table, made the first time.
 * @param {import('idb').IDBPDatabase} database
 * @param {string} table
 * @returns {Promise<CryptoKey>}
 */
async function keyIn(database, table) {
  const known = await database.get('keys', table);
  if (known) return known;
  const fresh = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, ['encrypt', 'decrypt']);
  // Another tab may have been faster.
  const change = database.transaction('keys', 'readwrite');
  const key = (await change.store.get(table)) ?? fresh;
  await change.store.put(key, table);
  await change.done;
  return key;
}

/**
 * Throws where the browser keeps nothing.
 * @param {string} name
 * @param {string} table
 */
export async function openSealed(name, table) {
  const database = await openTable(name, table);
  return { database, seal: new Seal(await keyIn(database, table)) };
}

export class Seal {
  /** @param {CryptoKey} key */
  constructor(key) {
    this.key = key;
  }

  /** @param {string} place @param {Uint8Array<ArrayBuffer>} iv */
  cipher(place, iv) {
    return { name: algorithm, iv, additionalData: new TextEncoder().encode(place) };
  }

  /**
   * @param {string} place where it may be opened, and nowhere else
   * @param {ArrayBuffer | Uint8Array<ArrayBuffer>} plain
   * @returns {Promise<Sealed>}
   */
  async close(place, plain) {
    const iv = crypto.getRandomValues(new Uint8Array(ivSize));
    return { iv, sealed: await crypto.subtle.encrypt(this.cipher(place, iv), this.key, plain) };
  }

  /**
   * Nothing when it was sealed with a key that is lost, in another way or for another place.
   * @param {string} place
   * @param {Sealed} record
   */
  async open(place, { iv, sealed }) {
    try {
      return await crypto.subtle.decrypt(this.cipher(place, iv), this.key, sealed);
    } catch {
      return null;
    }
  }

  /** @param {string} place @param {unknown} value */
  closeValue(place, value) {
    return this.close(place, new TextEncoder().encode(JSON.stringify(value)));
  }

  /** @param {string} place @param {Sealed} record */
  async openValue(place, record) {
    const plain = await this.open(place, record);
    return plain && JSON.parse(new TextDecoder().decode(plain));
  }
}
