import { Upload } from 'tus-js-client';
import { FileStatus, unsentFlag } from './files.js';
import { FileStore } from './file_store.js';
import { prepared } from './pictures.js';

const endpoint = '/api/v1/uploads';
/** Below what proxies pass on as a rule, and large enough not to wait for every answer. */
const chunkSize = 2_000_000;
const retryDelays = [0, 1_000, 3_000, 5_000, 10_000];
/** Then it is tried again when the network says that it is back, and from time to time. */
const pauseMs = 15_000;

/** @param {boolean} isUnsent */
function flag(isUnsent) {
  try {
    if (isUnsent) localStorage.setItem(unsentFlag, '1');
    else localStorage.removeItem(unsentFlag);
  } catch {
    // Nothing is kept in this browser.
  }
}

/** One file on its way. */
class Sending {
  /**
   * @param {import('./file_store.js').Kept} file
   * @param {{ tell: (status: number, share: number) => void, hasUrl: (url: string) => void, ended: () => void }} listener
   */
  constructor(file, listener) {
    this.listener = listener;
    this.share = 0;
    this.isDropped = false;
    this.wake = () => this.start();
    this.upload = new Upload(file.blob, {
      endpoint,
      uploadUrl: file.url,
      metadata: { id: file.id, filename: file.name, filetype: file.type },
      chunkSize,
      retryDelays,
      // Files are known by their ids, and kept elsewhere.
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => listener.hasUrl(this.upload.url ?? ''),
      onProgress: (sent, all) => this.tell(FileStatus.Sending, all ? sent / all : 0),
      onShouldRetry: (error) => this.mayRetry(error),
      onSuccess: ({ lastResponse }) => this.end(lastResponse.getHeader('Attachment-State')),
      onError: (error) => this.failed(/** @type {import('tus-js-client').DetailedError} */ (error)),
    });
  }

  /**
   * @param {number} status
   * @param {number} [share]
   */
  tell(status, share = this.share) {
    this.share = share;
    if (!this.isDropped) this.listener.tell(status, share);
  }

  start() {
    clearTimeout(this.timer);
    removeEventListener('online', this.wake);
    if (!this.isDropped) this.upload.start();
  }

  /** @param {import('tus-js-client').DetailedError} error */
  mayRetry(error) {
    const status = error.originalResponse?.getStatus() ?? 0;
    this.tell(FileStatus.Paused);
    const isCreation = error.originalRequest?.getMethod() === 'POST';
    return status === 0 || status >= 500 || status === 429 || (status === 409 && !isCreation);
  }

  /** @param {import('tus-js-client').DetailedError} error */
  failed(error) {
    const status = error.originalResponse?.getStatus() ?? 0;
    const isCreation = error.originalRequest?.getMethod() === 'POST';
    // All of it had arrived, and the answer was lost.
    if (status === 409 && isCreation) return this.end('stored');
    if (status >= 400 && status < 500 && status !== 429 && status !== 409) {
      this.tell(FileStatus.Failed);
      return this.listener.ended();
    }
    this.tell(FileStatus.Paused);
    addEventListener('online', this.wake);
    this.timer = setTimeout(this.wake, pauseMs);
  }

  /** @param {string | undefined} state */
  end(state) {
    const status = state === 'broken' ? FileStatus.Broken : state === 'refused' ? FileStatus.Refused : FileStatus.Done;
    this.tell(status, 1);
    this.listener.ended();
  }

  /** Here and on the server. */
  async drop() {
    this.isDropped = true;
    clearTimeout(this.timer);
    removeEventListener('online', this.wake);
    await this.upload.abort(true).catch(() => {});
    this.listener.ended();
  }
}

/** All files on their way, with what is kept of them for the next visit. */
export class Uploads {
  /** @param {(move: import('./core.js').Move) => void} tell */
  constructor(tell) {
    this.tell = tell;
    this.store = new FileStore();
    /** @type {Map<string, Sending>} */
    this.sending = new Map();
    /** The newest wish for each file; an older one that is still being prepared is given up. @type {Map<string, symbol>} */
    this.turns = new Map();
    /** Where each was sent to. @type {Map<string, string>} */
    this.urls = new Map();
  }

  /** Ends it here and on the server, whether it has arrived or not. @param {string} id */
  async end(id) {
    const url = this.urls.get(id);
    this.urls.delete(id);
    const sending = this.sending.get(id);
    if (sending) await sending.drop();
    else if (url) await Upload.terminate(url, { retryDelays }).catch(() => {});
  }

  /**
   * @param {{ id: string, name: string, file: File | undefined, type: string }} chosen
   * @param {import('./files.js').Wishes} wishes
   */
  async send({ id, name, file, type }, wishes) {
    if (!file) return this.sendKept(id);
    const turn = Symbol(id);
    this.turns.set(id, turn);
    await this.end(id);
    const ready = await prepared(file, type, wishes).catch(() => null);
    if (this.turns.get(id) !== turn) return;
    if (!ready) return this.tell({ id, status: FileStatus.Broken, share: 0, bytes: 0, type, hasMetadata: false });
    const kept = { id, name, type: ready.type, url: null, hasMetadata: ready.hasMetadata, blob: ready.blob };
    this.move(kept, FileStatus.Waiting, 0);
    if (await this.store.put(kept)) flag(true);
    if (this.turns.get(id) === turn) await this.begin(kept);
  }

  /** What a visit before this one has left. @param {string} id */
  async sendKept(id) {
    const kept = (await this.store.all()).find((one) => one.id === id);
    if (!kept) throw new Error('not kept');
    await this.begin(kept);
  }

  async resume() {
    const files = await this.store.all();
    if (files.length === 0) flag(false);
    for (const file of files) this.begin(file);
  }

  /** One tab sends a file. @param {import('./file_store.js').Kept} file */
  async begin(file) {
    if (!navigator.locks) return this.sendNow(file);
    await navigator.locks.request(`huiyin-file-${file.id}`, () => this.sendNow(file));
  }

  /** @param {import('./file_store.js').Kept} file @returns {Promise<void>} */
  sendNow(file) {
    return new Promise((resolve) => {
      const ended = () => {
        if (this.sending.get(file.id) === sending) this.forget(file.id);
        resolve();
      };
      const sending = new Sending(file, {
        tell: (status, share) => this.move(file, status, share),
        hasUrl: (url) => {
          this.urls.set(file.id, url);
          this.store.setUrl(file.id, url);
        },
        ended,
      });
      this.sending.set(file.id, sending);
      sending.start();
    });
  }

  /** @param {string} id */
  async forget(id) {
    this.sending.delete(id);
    await this.store.remove(id);
    if (this.sending.size === 0) flag((await this.store.all()).length > 0);
  }

  /**
   * @param {import('./file_store.js').Kept} file
   * @param {number} status
   * @param {number} share
   */
  move({ id, type, hasMetadata, blob }, status, share) {
    this.tell({ id, status, share, bytes: blob.size, type, hasMetadata });
  }

  /** @param {string} id */
  async drop(id) {
    this.turns.delete(id);
    await this.end(id);
    await this.forget(id);
  }
}
