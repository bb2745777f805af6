import { openSealed } from './seal.js';

/**
 * What is kept of one draft: the program's text, the request that is to be sent, and the answer that it got.
 * @typedef {object} Content
 * @property {string} text
 * @property {number} at when it was ordered to be kept
 * @property {import('./fetch.js').Question} [request]
 * @property {import('./fetch.js').Answer} [answer]
 */

/** What the program orders to be kept. @typedef {Omit<Content, 'at'>} Ordered */
/** @typedef {{ id: string } & import('./seal.js').Sealed} Sealed */
/** @typedef {{ id: string, content: Content }} Kept */

/** What is to be sent outlives also the machine. @param {Content} content @returns {IDBTransactionOptions} */
const outliving = ({ request }) => ({ durability: request ? 'strict' : 'default' });

/** Drafts on the device, each sealed with a key that no script can read. Throws where the browser keeps nothing. */
export class Vault {
  static async open() {
    const { database, seal } = await openSealed('huiyin', 'drafts');
    return new Vault(database, seal);
  }

  /**
   * @param {import('idb').IDBPDatabase} database
   * @param {import('./seal.js').Seal} seal
   */
  constructor(database, seal) {
    this.database = database;
    this.seal = seal;
  }

  /** Each draft is sealed for its own place. @param {string} id @param {Content} content @returns {Promise<Sealed>} */
  async sealed(id, content) {
    return { id, ...(await this.seal.closeValue(id, content)) };
  }

  /** @param {Sealed} record @returns {Promise<Content | null>} */
  opened(record) {
    return this.seal.openValue(record.id, record);
  }

  /** All that can be read; what cannot is of no use to anybody and goes. @returns {Promise<Kept[]>} */
  async all() {
    /** @type {Kept[]} */
    const kept = [];
    for (const record of await this.database.getAll('drafts')) {
      const content = await this.opened(record);
      if (content) kept.push({ id: record.id, content });
      else await this.drop(record.id);
    }
    return kept;
  }

  /** @param {string} id @param {Content} content */
  async put(id, content) {
    const sealed = await this.sealed(id, content);
    const change = this.database.transaction('drafts', 'readwrite', outliving(content));
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
    const content = before && (await this.opened(before));
    const after = content && changed(content);
    if (after) await this.replace(before, await this.sealed(id, after), outliving(after));
  }

  /** Unless what is there is newer, or the same. @param {string} id @param {Content} content */
  async putNewer(id, content) {
    const sealed = await this.sealed(id, content);
    for (let isDone = false; !isDone; ) {
      const before = await this.database.get('drafts', id);
      const known = before && (await this.opened(before));
      const isSame = known?.text === content.text && !content.answer;
      const isNewer = known && (known.at > content.at || isSame);
      isDone = isNewer || (await this.replace(before, sealed, outliving(content)));
    }
  }

  /**
   * @param {Sealed | undefined} before
   * @param {Sealed} sealed
   * @param {IDBTransactionOptions} options
   * @returns {Promise<boolean>} nothing is done when something else is there by now
   */
  async replace(before, sealed, options) {
    const change = this.database.transaction('drafts', 'readwrite', options);
    const now = await change.store.get(sealed.id);
    const isSame = String(now?.iv) === String(before?.iv);
    if (isSame) await change.store.put(sealed);
    await change.done;
    return isSame;
  }

  /** @param {string} id */
  drop(id) {
    return this.database.delete('drafts', id);
  }

  dropAll() {
    return this.database.clear('drafts');
  }
}
