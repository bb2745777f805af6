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
    /** An older version was sent with the case before it could be ended; the server replaces what is not whole of it. */
    this.wentWithCase = false;
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

  async start() {
    clearTimeout(this.timer);
    removeEventListener('online', this.wake);
    try {
      await this.endFormer();
    } catch (error) {
      return this.failed(/** @type {import('tus-js-client').DetailedError} */ (error));
    }
    if (!this.isStopped) this.upload.start();
  }

  /** Nothing of an older version may go with the case, so this one begins when that one is gone. */
  async endFormer() {
    const { former } = this.file;
    if (!former) return;
    try {
      await Upload.terminate(former, { retryDelays: [] });
    } catch (error) {
      const status = /** @type {import('tus-js-client').DetailedError} */ (error).originalResponse?.getStatus();
      this.wentWithCase = status === 409;
      if (status !== 404 && status !== 410 && !this.wentWithCase) throw error;
    }
    this.file.former = null;
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
    if (this.isStopped) return;
    const status = error.originalResponse?.getStatus() ?? 0;
    const method = error.originalRequest?.getMethod();
    // All of it had arrived, and the answer was lost; unless that was the version before this one.
    if (status === 409 && method === 'POST' && !this.wentWithCase) return this.end(error.originalResponse?.getHeader('Attachment-State'));
    const isOthersTurn = status === 429 || (status === 409 && method !== 'DELETE' && !this.wentWithCase);
    if (status >= 400 && status < 500 && !isOthersTurn) {
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
    /** Where the newest was sent to, or one before it that is not gone. @type {Map<string, string>} */
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
    return kept?.url ?? kept?.former ?? null;
  }

  /**
   * Ends it on the server; gives it back if it could not be ended.
   * @param {string | null} url
   * @param {number[]} delays before each further try
   */
  async terminate(url, delays = retryDelays) {
    return url && Upload.terminate(url, { retryDelays: delays }).then(
      () => null,
      () => url,
    );
  }

  /**
   * @param {{ id: string, name: string, file: File | undefined, type: string }} chosen
   * @param {import('./files.js').Wishes} wishes
   */
  async send({ id, name, file, type }, wishes) {
    if (file) return this.sendAnew({ id, name, file, type, isHeld: true }, wishes);
    const kept = await this.store.get(id);
    if (!kept) throw new Error('not kept');
    // An earlier visit has kept what it had made ready: from that something can still be taken out.
    if (wishes.keepsMetadata || !kept.keepsMetadata) return this.goOn(kept);
    await this.sendAnew({ id, name, file: kept.blob, type: kept.type, isHeld: false }, wishes);
  }

  /** @param {string} id */
  takeTurn(id) {
    const turn = Symbol(id);
    this.turns.set(id, turn);
    return turn;
  }

  /**
   * @param {{ id: string, name: string, file: Blob, type: string, isHeld: boolean }} chosen
   * @param {import('./files.js').Wishes} wishes
   */
  async sendAnew({ id, name, file, type, isHeld }, wishes) {
    const turn = this.takeTurn(id);
    const isWanted = () => this.turns.get(id) === turn;
    const [former, [ready, failure]] = await Promise.all([
      // Before the case can be sent with it.
      this.stop(id).then((url) => this.terminate(url, [])),
      prepared(file, type, wishes).then(
        (made) => /** @type {const} */ ([made, FileStatus.Unfit]),
        () => /** @type {const} */ ([null, FileStatus.Broken]),
      ),
    ]);
    if (!isWanted()) return;
    if (!ready) return this.giveUp(id, type, failure, former);
    const { keepsMetadata } = wishes;
    const kept = { ...ready, id, name, url: null, former, hasMetadata: ready.hasMetadata && isHeld, keepsMetadata };
    this.move(kept, FileStatus.Waiting, 0);
    await this.store.put(kept, isWanted);
    await this.begin(kept, turn);
  }

  /**
   * No version of it goes with the case.
   * @param {string} id
   * @param {string} type
   * @param {number} status
   * @param {string | null} former
   */
  async giveUp(id, type, status, former) {
    const hasMetadata = status === FileStatus.Unfit;
    this.tell({ id, status, share: 0, bytes: 0, type, hasMetadata, keepsMetadata: false });
    await this.store.remove(id);
    await this.terminate(former);
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
    const place = file.url ?? file.former;
    if (place) this.urls.set(file.id, place);
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
    await this.terminate(url);
  }
}
