import { Upload } from 'tus-js-client';
import { FileStatus } from './files.js';
import { FileStore, keepsNothing } from './file_store.js';
import { prepared } from './pictures.js';

const endpoint = '/api/v1/uploads';
/** Below what proxies pass on as a rule, and large enough not to wait for every answer. */
const chunkSize = 2_000_000;
const retryDelays = [0, 1_000, 3_000, 5_000, 10_000];
/** Then it is tried again when the network says that it is back, and from time to time. */
const pauseMs = 15_000;
/** What one tab stops sending, because it is removed or replaced, no other one may go on with. */
const channelName = 'huiyin-files';

/** The server knows nothing of what it was sent to: another request to begin it came behind the one that was answered,
 * or it waited too long. It is asked for what has arrived, and begun anew. @param {import('tus-js-client').DetailedError} error */
function isGone(error) {
  const status = error.originalResponse?.getStatus();
  return (status === 404 || status === 410) && error.originalRequest?.getMethod() === 'PATCH';
}

/** One file on its way. */
class Sending {
  /**
   * @param {import('./file_store.js').Kept} file
   * @param {{ tell: (status: number, share: number) => void, hasUrl: (url: string | null) => void, ended: (isStopped: boolean) => void }} listener
   */
  constructor(file, listener) {
    this.file = file;
    this.listener = listener;
    this.share = 0;
    this.isStopped = false;
    this.wake = () => this.start();
    this.upload = new Upload(file.blob, {
      endpoint,
      uploadUrl: file.url,
      metadata: { id: file.id, filename: file.name, filetype: file.type },
      chunkSize,
      retryDelays,
      // Files are known by their ids, and kept elsewhere.
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => listener.hasUrl(this.upload.url),
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
    if (!this.isStopped) this.listener.tell(status, share);
  }

  start() {
    clearTimeout(this.timer);
    removeEventListener('online', this.wake);
    this.upload.start();
  }

  /** @param {import('tus-js-client').DetailedError} error */
  mayRetry(error) {
    const status = error.originalResponse?.getStatus() ?? 0;
    this.tell(FileStatus.Paused);
    const isCreation = error.originalRequest?.getMethod() === 'POST';
    return status === 0 || status >= 500 || status === 429 || (status === 409 && !isCreation) || isGone(error);
  }

  /** @param {import('tus-js-client').DetailedError} error */
  failed(error) {
    if (this.isStopped) return;
    const status = error.originalResponse?.getStatus() ?? 0;
    const method = error.originalRequest?.getMethod();
    // All of it had arrived, and the answer was lost.
    if (status === 409 && method === 'POST') return this.end(error.originalResponse?.getHeader('Attachment-State'));
    const isOthersTurn = status === 429 || status === 409;
    if (status >= 400 && status < 500 && !isOthersTurn && !isGone(error)) {
      this.tell(FileStatus.Failed);
      return this.listener.ended(false);
    }
    this.tell(FileStatus.Paused);
    addEventListener('online', this.wake);
    this.timer = setTimeout(this.wake, pauseMs);
  }

  /** @param {string | undefined} state */
  end(state) {
    if (this.isStopped) return;
    const status = state === 'broken' ? FileStatus.Broken : state === 'refused' ? FileStatus.Refused : FileStatus.Done;
    this.tell(status, 1);
    this.listener.ended(false);
  }

  /** What has arrived stays where it is. */
  async stop() {
    this.isStopped = true;
    clearTimeout(this.timer);
    removeEventListener('online', this.wake);
    await this.upload.abort().catch(() => {});
    this.listener.ended(true);
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
    /** The newest wish for each file; an older one is given up. @type {Map<string, symbol>} */
    this.turns = new Map();
    /** Where each is sent to. @type {Map<string, string>} */
    this.urls = new Map();
    this.channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(channelName) : null;
    this.channel?.addEventListener('message', ({ data }) => {
      this.turns.delete(data);
      this.sending.get(data)?.stop();
    });
  }

  /** Stops sending it, in every tab; gives where what has arrived of it is. @param {string} id */
  async stop(id) {
    this.channel?.postMessage(id);
    await this.sending.get(id)?.stop();
    const known = this.urls.get(id);
    if (known) return known;
    // What cannot be read is stopped and taken away all the same.
    const kept = await this.store.get(id).catch(() => null);
    return kept?.url ?? null;
  }

  /**
   * Another choice makes another file with an id of its own: what becomes of the former version is no matter of the case.
   * @param {{ id: string, former: string, name: string, file: File | undefined, type: string }} chosen
   * @param {import('./files.js').Wishes} wishes
   */
  async send({ id, former, name, file, type }, wishes) {
    if (file) return this.sendAnew({ id, former, name, file, type, isHeld: true }, wishes);
    // An earlier visit has kept what it had made ready: from that something can still be taken out.
    const kept = await this.store.get(former || id);
    if (!kept) throw new Error('not kept');
    if (!former) return this.goOn(kept);
    await this.sendAnew({ id, former, name, file: kept.blob, type: kept.type, isHeld: false }, wishes);
  }

  /** @param {string} id */
  takeTurn(id) {
    const turn = Symbol(id);
    this.turns.set(id, turn);
    return turn;
  }

  /**
   * @param {{ id: string, former: string, name: string, file: Blob, type: string, isHeld: boolean }} chosen
   * @param {import('./files.js').Wishes} wishes
   */
  async sendAnew({ id, former, name, file, type, isHeld }, wishes) {
    const turn = this.takeTurn(id);
    const isWanted = () => this.turns.get(id) === turn;
    if (former) this.leave(former);
    const [ready, failure] = await prepared(file, type, wishes).then(
      (made) => /** @type {const} */ ([made, FileStatus.Unfit]),
      () => /** @type {const} */ ([null, FileStatus.Broken]),
    );
    const { keepsMetadata } = wishes;
    const kept = ready && { ...ready, id, name, url: null, hasMetadata: ready.hasMetadata && isHeld, keepsMetadata };
    if (kept && isWanted()) {
      this.move(kept, FileStatus.Waiting, 0);
      await this.store.put(kept, isWanted);
    }
    // Not before this one is kept in its place.
    if (former) this.drop(former);
    if (!isWanted()) return;
    if (kept) await this.begin(kept, turn);
    else await this.giveUp(id, type, failure);
  }

  /**
   * @param {string} id
   * @param {string} type
   * @param {number} status
   */
  async giveUp(id, type, status) {
    const hasMetadata = status === FileStatus.Unfit;
    this.tell({ id, status, share: 0, bytes: 0, type, hasMetadata, keepsMetadata: false });
    await this.store.remove(id);
  }

  /** What a visit before this one has left; of what was taken out of it, nothing can be brought back. @param {import('./file_store.js').Kept} kept */
  async goOn(kept) {
    if (this.sending.has(kept.id)) return;
    const file = { ...kept, hasMetadata: kept.keepsMetadata };
    this.move(file, FileStatus.Waiting, 0);
    await this.begin(file, this.takeTurn(kept.id));
  }

  async resume() {
    if (keepsNothing()) return this.keepNothing();
    for (const file of await this.store.all()) this.goOn(file).catch(() => this.move(file, FileStatus.Failed, 0));
  }

  keepNothing() {
    return this.store.clear();
  }

  /**
   * One tab sends a file, as it is kept by then.
   * @param {import('./file_store.js').Kept} file
   * @param {symbol} turn
   */
  async begin(file, turn) {
    const sendNewest = async () => {
      const newest = await this.store.newest(file);
      if (newest && this.turns.get(file.id) === turn) await this.sendNow({ ...newest, hasMetadata: file.hasMetadata });
    };
    if (navigator.locks) await navigator.locks.request(`huiyin-file-${file.id}`, sendNewest);
    else await sendNewest();
  }

  /** @param {import('./file_store.js').Kept} file */
  async sendNow(file) {
    if (file.url) this.urls.set(file.id, file.url);
    /** @type {boolean} */
    const isStopped = await new Promise((ended) => {
      const tell = (/** @type {number} */ status, /** @type {number} */ share) => this.move(file, status, share);
      const sending = new Sending(file, { tell, hasUrl: (url) => this.note(file, url), ended });
      this.sending.set(file.id, sending);
      sending.start();
    });
    this.sending.delete(file.id);
    if (!isStopped) await this.store.remove(file.id);
  }

  /**
   * @param {import('./file_store.js').Kept} file
   * @param {string | null} url
   */
  note(file, url) {
    if (!url) return;
    file.url = url;
    this.urls.set(file.id, url);
    this.store.change(file);
  }

  /**
   * @param {import('./file_store.js').Kept} file
   * @param {number} status
   * @param {number} share
   */
  move({ id, type, hasMetadata, keepsMetadata, blob }, status, share) {
    this.tell({ id, status, share, bytes: blob.size, type, hasMetadata, keepsMetadata });
  }

  /** Another page may go on with it. @param {string} id */
  async leave(id) {
    this.turns.delete(id);
    await this.sending.get(id)?.stop();
  }

  /** Here and on the server, whether it has arrived or not. @param {string} id */
  async drop(id) {
    this.turns.delete(id);
    const url = await this.stop(id);
    this.urls.delete(id);
    await this.store.remove(id);
    // What cannot be ended is in no case, and the server forgets it in its turn.
    if (url) await Upload.terminate(url, { retryDelays }).catch(() => {});
  }
}
