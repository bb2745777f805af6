import { filesPlace } from './files.js';
import { openSealed } from './seal.js';
import { kept } from './storage.js';

/**
 * Files that are not wholly sent, sealed with a key that no script can read out, so that the next visit goes on. Where
 * the browser keeps nothing, or is to keep nothing, they last as long as the page.
 * @typedef {object} About
 * @property {string} id
 * @property {string} name
 * @property {string} type
 * @property {string | null} url where it is sent to
 * @property {boolean} hasMetadata
 * @property {boolean} keepsMetadata
 *
 * @typedef {About & { blob: Blob }} Kept
 * @typedef {import('./seal.js').Sealed} Sealed
 * @typedef {{ id: string, about: Sealed, content: Sealed }} Entry its id is made of the file's, which lets nobody send
 */

const [, filesTable] = filesPlace;

/** Neither part of a file opens in the place of another. @param {string} id of the entry */
const aboutOf = (id) => `${id} about`;
/** @param {string} id of the entry */
const contentOf = (id) => `${id} content`;

/** Somebody else will use this browser. */
export const keepsNothing = () => kept('shared') !== null;

/** @param {string} id */
async function entryId(id) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export class FileStore {
  constructor() {
    /** @type {ReturnType<typeof openSealed> | undefined} */
    this.opening = undefined;
    /** What this page has put or found there, by the files' ids. @type {Set<string>} */
    this.known = new Set();
  }

  /** Throws where the browser keeps nothing, or cannot tell what it keeps; that may be otherwise in a moment. */
  open() {
    this.opening ??= openSealed(...filesPlace);
    this.opening.catch(() => (this.opening = undefined));
    return this.opening;
  }

  /**
   * @param {Kept} kept
   * @param {() => boolean} isWanted asked in the last moment
   */
  async put(kept, isWanted) {
    this.known.delete(kept.id);
    try {
      const place = await this.open();
      const entry = await this.sealed(place.seal, kept);
      if (keepsNothing() || !isWanted()) return;
      await place.database.put(filesTable, entry);
      this.known.add(kept.id);
    } catch {
      // It lasts as long as the page.
    }
  }

  /** @param {import('./seal.js').Seal} seal @param {Kept} kept @returns {Promise<Entry>} */
  async sealed(seal, kept) {
    const [id, bytes] = [await entryId(kept.id), await kept.blob.arrayBuffer()];
    return { id, about: await this.sealedAbout(seal, id, kept), content: await seal.close(contentOf(id), bytes) };
  }

  /** @param {import('./seal.js').Seal} seal @param {string} id @param {Kept} kept */
  sealedAbout(seal, id, { blob: _, ...about }) {
    return seal.closeValue(aboutOf(id), about);
  }

  /** Writes down anew where it is sent to. @param {Kept} kept */
  async change(kept) {
    try {
      const place = await this.open();
      const id = await entryId(kept.id);
      const about = await this.sealedAbout(place.seal, id, kept);
      const change = place.database.transaction(filesTable, 'readwrite');
      const found = await change.store.get(id);
      if (found) await change.store.put({ ...found, about });
      await change.done;
    } catch {
      // Without its address it is sent anew.
    }
  }

  /** @param {string} id */
  async remove(id) {
    try {
      await (await this.open()).database.delete(filesTable, await entryId(id));
    } catch {
      // What cannot be removed is sent once more by the next visit, which changes nothing.
    }
  }

  async clear() {
    this.known.clear();
    await (await this.open()).database.clear(filesTable);
  }

  /** Nothing when there is none; throws when that cannot be known. @param {string} id @returns {Promise<Kept | null>} */
  async get(id) {
    const place = await this.open();
    const found = await place.database.get(filesTable, await entryId(id));
    return found ? this.opened(found) : null;
  }

  /** What has become of a file; nothing when another page has sent or removed it. @param {Kept} file */
  async newest(file) {
    return this.known.has(file.id) && !keepsNothing() ? this.get(file.id) : file;
  }

  /** Throws when it cannot be known. @returns {Promise<Kept[]>} */
  async all() {
    const place = await this.open();
    /** @type {Entry[]} */
    const entries = await place.database.getAll(filesTable);
    const opened = await Promise.all(entries.map((one) => this.opened(one)));
    return opened.flatMap((one) => one ?? []);
  }

  /** What cannot be opened is of no use to anybody and goes. @param {Entry} entry @returns {Promise<Kept | null>} */
  async opened({ id, about, content }) {
    const place = await this.open();
    /** @type {About | null} */
    const known = await place.seal.openValue(aboutOf(id), about);
    const bytes = known && (await place.seal.open(contentOf(id), content));
    if (!known || !bytes) {
      await place.database.delete(filesTable, id).catch(() => {});
      return null;
    }
    this.known.add(known.id);
    return { ...known, blob: new Blob([bytes], { type: known.type }) };
  }
}
