import { saveBlob } from './save_file.js';
import { openTable } from './seal.js';

/**
 * @typedef {{ isShrunk: boolean, keepsMetadata: boolean }} Wishes
 * @typedef {import('./core.js').Move} Move
 */

/** As core/screens/files.h orders them. */
export const FileStatus = { Waiting: 0, Sending: 1, Paused: 2, Done: 3, Failed: 4, Broken: 5, Refused: 6, Unfit: 7 };

/** Where files are that are not wholly sent: database and table. */
export const filesPlace = /** @type {const} */ (['huiyin-files', 'files']);

const longestName = 200;
/** What some systems give no media type for. @type {Record<string, string>} */
const typesByEnding = { heic: 'image/heic', heif: 'image/heic', mov: 'video/quicktime', webp: 'image/webp' };

/** @param {File} file */
function typeOf({ type, name }) {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return (type === 'image/heif' ? 'image/heic' : type) || typesByEnding[ending] || '?';
}

function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether some are left, by another page or an earlier visit; throws when that cannot be known. */
async function areLeft() {
  const database = await openTable(...filesPlace);
  const count = await database.count(filesPlace[1]).finally(() => database.close());
  return count > 0;
}

/** The files that a person has chosen. What sends them comes with the first one. */
export class Files {
  /** @param {(move: Move) => void} tell */
  constructor(tell) {
    this.tell = tell;
    /** @type {Map<string, File>} */
    this.held = new Map();
    /** @type {Promise<import('./uploads.js').Uploads> | undefined} */
    this.loading = undefined;
    // Where it cannot be known, each draft tells of its own files when it is gone on with.
    this.beginning = this.resume().catch(() => {});
  }

  async resume() {
    if (!(await areLeft())) return;
    // What cannot be fetched now comes with the next file, or the next visit.
    const uploads = await this.uploads().catch(() => null);
    await uploads?.resume();
  }

  uploads() {
    this.loading ??= import(ASSETS.uploads).then(({ Uploads }) => new Uploads(this.tell));
    this.loading.catch(() => (this.loading = undefined));
    return /** @type {Promise<import('./uploads.js').Uploads>} */ (this.loading);
  }

  /**
   * Holds files; gives what the program is told of them, a line for each: id, media type, size and name.
   * @param {File[]} files
   */
  take(files) {
    const lines = files.map((file) => {
      const id = newId();
      this.held.set(id, file);
      const name = Array.from(file.name.replaceAll(/\p{Cc}/gu, ' ')).slice(0, longestName).join('');
      return `${id} ${typeOf(file).replaceAll(' ', '')} ${file.size} ${name}\n`;
    });
    return lines.join('');
  }

  /**
   * @param {string} id
   * @param {string} name
   * @param {Wishes} wishes
   * @param {string} former the version whose place it takes, or nothing
   */
  async send(id, name, wishes, former) {
    const file = this.held.get(former || id);
    this.held.delete(former);
    if (file) this.held.set(id, file);
    try {
      await (await this.uploads()).send({ id, former, name, file, type: file ? typeOf(file) : '' }, wishes);
    } catch {
      this.tell({ id, status: FileStatus.Failed, share: 0, bytes: 0, type: '', hasMetadata: false, keepsMetadata: false });
    }
  }

  /** @param {string} id */
  async drop(id) {
    this.held.delete(id);
    if (await this.hasSome()) await (await this.uploads()).drop(id);
  }

  /** This page no longer sends it; another one may. @param {string} id */
  async leave(id) {
    this.held.delete(id);
    if (this.loading) (await this.loading).leave(id);
  }

  /** From now on nothing is left on the device; what is on its way goes on for as long as the page. */
  async keepNothing() {
    if (await this.hasSome()) await (await this.uploads()).keepNothing();
  }

  async hasSome() {
    return this.loading !== undefined || areLeft().catch(() => true);
  }
}

/**
 * Fetches a file with what opens its case in the headers, and gives it to the person to save.
 * @param {import('./fetch.js').Question} question
 * @param {string} name
 */
export async function fetchAs({ target, headers }, name) {
  const response = await fetch(target, { headers, mode: 'same-origin', credentials: 'omit', redirect: 'error' });
  if (response.ok) saveBlob(name, await response.blob());
}
