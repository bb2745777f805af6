import { LastWords } from './last_words.js';
import { aloneOrNotAtAll, channelName, sendAll, syncTag } from './outbox.js';
import { follow, keep, kept } from './storage.js';
import { Vault } from './vault.js';

/** How long the portal waits for what is kept; what comes later is shown later. */
const patienceMs = 3000;
/** How long a case waits until it is kept before it is sent. */
const longestKeepingMs = 5000;
const firstPauseMs = 3000;
const longestPauseMs = 5 * 60_000;

/** @typedef {{ id: string, text: string, isWaiting: boolean, answer: import('./fetch.js').Answer | null }} Draft */

/** @param {import('./vault.js').Kept} kept @returns {Draft} */
function draftOf({ id, content }) {
  return { id, text: content.text, isWaiting: content.request !== undefined, answer: content.answer ?? null };
}

/** Somebody said, in this tab or another one, that others use the computer as well: nothing is kept on it. */
const isShared = () => kept('shared') !== null;

/** The one draft of earlier versions, in plain text, becomes one like all others. @param {Vault} vault */
async function takeOverOld(vault) {
  const text = kept('draft');
  if (text !== null) await vault.put(crypto.randomUUID(), { text, at: Date.now() });
  keep('draft', null);
}

/** The drafts of this device: kept, told to other tabs, and sent when there is a connection. */
export class Drafts {
  /** Never fails: a browser that keeps nothing is told to the program. */
  static async open() {
    const drafts = new Drafts();
    drafts.opening = drafts.begin().catch(() => void (drafts.isRefused = true));
    await Promise.race([drafts.opening, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
    return drafts;
  }

  constructor() {
    /** @type {Vault | null} */
    this.vault = null;
    /** @type {LastWords | null} */
    this.lastWords = null;
    /** @type {Draft[]} */
    this.atStart = [];
    this.isRefused = false;
    /** @type {Promise<void>} */
    this.opening = Promise.resolve();
    /** What is not in the database yet. @type {Map<string, import('./vault.js').Content | null>} */
    this.pending = new Map();
    /** @type {Promise<void>} */
    this.work = Promise.resolve();
    this.isReading = false;
    /** Something was ordered or changed since it was read. */
    this.isStale = false;
    this.pauseMs = firstPauseMs;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.changed = (/** @type {Draft[]} */ _drafts) => {};
    this.refused = () => {};
    this.hearOut = () => {};
    this.channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(channelName) : null;
  }

  async begin() {
    const vault = await Vault.open();
    await takeOverOld(vault);
    this.lastWords = new LastWords(vault);
    if (isShared()) LastWords.forgetAll();
    if (isShared()) await vault.dropAll();
    await this.lastWords.takeOver();
    this.atStart = (await vault.all()).map(draftOf);
    this.vault = vault;
  }

  /** The draft of this tab, also behind a reload. */
  static get used() {
    try {
      return sessionStorage.getItem('huiyin.draft') ?? '';
    } catch {
      return '';
    }
  }

  /** @param {string} id */
  static use(id) {
    try {
      sessionStorage.setItem('huiyin.draft', id);
    } catch {
      // The next load of the page begins with the newest draft.
    }
  }

  /**
   * From now on the program listens.
   * @param {(drafts: Draft[]) => void} changed
   * @param {() => void} refused
   * @param {(isShared: boolean) => void} shared
   * @param {() => void} hearOut lets it order at once what it has decided
   */
  tell(changed, refused, shared, hearOut) {
    this.changed = changed;
    this.refused = refused;
    this.hearOut = hearOut;
    follow('shared', () => shared(isShared()));
    this.channel?.addEventListener('message', () => this.readAgain());
    addEventListener('online', () => {
      this.pauseMs = firstPauseMs;
      this.sendWaiting();
    });
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && this.isArmed) this.sendWaiting();
    });
    if (this.vault) this.sendAtStart();
    else if (!this.isRefused) this.opening.then(() => this.comeLate());
  }

  sendAtStart() {
    if (this.atStart.some(({ isWaiting }) => isWaiting)) this.sendWaiting();
    this.atStart = [];
  }

  async comeLate() {
    if (this.isRefused) return this.refused();
    await this.readAgain();
    this.sendAtStart();
  }

  /**
   * @param {string} id
   * @param {import('./vault.js').Ordered} content
   */
  keep(id, content) {
    this.order(id, { ...content, at: Date.now() });
    if (content.request) this.awaitConnection();
  }

  /** @param {string} id */
  drop(id) {
    LastWords.forgetDraft(id);
    this.order(id, null);
  }

  dropAll() {
    this.isStale = true;
    this.pending.clear();
    LastWords.forgetAll();
    this.queue(async (vault) => vault.dropAll());
  }

  /** @param {string} id @param {import('./vault.js').Content | null} content */
  order(id, content) {
    this.isStale = true;
    const isNew = !this.pending.has(id);
    this.pending.set(id, content);
    // What is typed while the database works is kept with what was typed before.
    if (isNew) this.queue((vault) => this.carryOut(vault, id));
  }

  /** @param {Vault} vault @param {string} id @returns {Promise<void>} */
  async carryOut(vault, id) {
    const content = this.pending.get(id);
    if (content === undefined) return;
    if (content && !isShared()) await vault.put(id, content);
    else await vault.drop(id);
    if (this.pending.get(id) !== content) return this.carryOut(vault, id);
    this.pending.delete(id);
    if (this.pending.size === 0) this.lastWords?.forget();
  }

  /** @param {(vault: Vault) => Promise<void>} job */
  queue(job) {
    if (this.isRefused) return this.refused();
    this.work = Promise.all([this.opening, this.work])
      .then(() => (this.vault ? job(this.vault) : Promise.reject()))
      .then(() => this.channel?.postMessage('changed'))
      .catch(() => {
        const drops = Array.from(this.pending).flatMap(([id, content]) => (content ? [] : [id]));
        this.pending.clear();
        this.refused();
        // What is to go goes all the same.
        for (const id of drops) this.vault?.drop(id).catch(() => {});
      });
  }

  /** Until everything ordered so far is kept. */
  settled() {
    return this.work;
  }

  /**
   * The same, but a browser that takes too long for it is one that keeps nothing.
   * @returns {Promise<boolean>} whether it is kept
   */
  async settledOrRefused() {
    const late = new Promise((resolve) => setTimeout(() => resolve(false), longestKeepingMs));
    const isSettled = await Promise.race([this.settled().then(() => true), late]);
    if (!isSettled) this.refused();
    return isSettled;
  }

  /** The page may be gone in the next moment. */
  finish() {
    if (isShared()) return;
    const drafts = Array.from(this.pending).flatMap(([id, content]) => (content ? [{ id, content }] : []));
    if (drafts.length > 0) this.lastWords?.say(drafts);
  }

  /** Tells the program what is kept by now, never less than it has decided itself. */
  async readAgain() {
    this.isStale = true;
    if (!this.vault || this.isReading) return;
    this.isReading = true;
    while (this.isStale) await this.read(this.vault);
    this.isReading = false;
  }

  /** Once; if that is not the newest any more, nothing is told of it. @param {Vault} vault */
  async read(vault) {
    this.isStale = false;
    await this.settled();
    const all = await vault.all().catch(() => null);
    this.hearOut();
    // What cannot be read may be there all the same.
    if (!all) this.refused();
    else if (!this.isStale) this.changed(all.map(draftOf));
  }

  get isArmed() {
    return this.timer !== undefined;
  }

  /** Sends what waits: now, when the connection comes back, and from time to time. */
  async sendWaiting() {
    const { vault } = this;
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!vault) return;
    await this.settled();
    const isDone = await aloneOrNotAtAll(() => sendAll(vault)).catch(() => false);
    this.channel?.postMessage('changed');
    await this.readAgain();
    if (isDone) this.pauseMs = firstPauseMs;
    else this.arm();
  }

  arm() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.sendWaiting(), this.pauseMs);
    this.pauseMs = Math.min(2 * this.pauseMs, longestPauseMs);
  }

  /** Whoever sends a case that is kept, on its way or not, need not keep the page open. */
  awaitConnection() {
    if (!this.vault) return;
    this.arm();
    const worker = navigator.serviceWorker?.controller && navigator.serviceWorker.ready;
    // Not every browser has this; the others send when the portal is opened again.
    worker?.then((registration) => 'sync' in registration && /** @type {any} */ (registration.sync).register(syncTag)).catch(() => {});
  }
}
