// The service worker from the page's side: it is asked for when the page has come to rest, and told what was used.

/** How often a page that stays open looks for a new version. */
const betweenLooksMs = 60 * 60_000;
const script = '/sw.js';

/** The only script that is ever named by a string; the page's policy allows no other way. */
function trustedScript() {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  return trustedTypes?.createPolicy('huiyin', { createScriptURL: () => script }).createScriptURL('') ?? script;
}

function rest() {
  return new Promise((resolve) => {
    const idle = () => ('requestIdleCallback' in globalThis ? requestIdleCallback(resolve, { timeout: 5000 }) : setTimeout(resolve, 2000));
    if (document.readyState === 'complete') idle();
    else addEventListener('load', idle, { once: true });
  });
}

/** Our own files that this page has fetched so far. */
function usedFiles() {
  const names = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  return names.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname);
}

/** @param {ServiceWorker} worker @returns {Promise<string>} */
function versionOf(worker) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage({ kind: 'version' }, [port2]);
  });
}

export class Versions {
  /** @param {() => void} ready a version waits that this page is not of */
  constructor(ready) {
    this.ready = ready;
    /** @type {ServiceWorkerRegistration | undefined} */
    this.registration = undefined;
    this.lookedAt = Date.now();
  }

  /** A browser that has no worker, or refuses it, goes on without. */
  async follow() {
    if (!navigator.serviceWorker) return;
    await rest();
    this.registration = await navigator.serviceWorker.register(trustedScript(), { updateViaCache: 'none' }).catch(() => undefined);
    const { registration } = this;
    if (!registration) return;
    this.note(registration.waiting);
    this.watch(registration.installing);
    registration.addEventListener('updatefound', () => this.watch(registration.installing));
    document.addEventListener('visibilitychange', () => this.look());
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ kind: 'keep', files: usedFiles() });
  }

  look() {
    if (document.hidden || Date.now() - this.lookedAt < betweenLooksMs) return;
    this.lookedAt = Date.now();
    this.registration?.update().catch(() => {});
  }

  /** @param {ServiceWorker | null} worker */
  watch(worker) {
    worker?.addEventListener('statechange', () => worker.state === 'installed' && this.note(worker));
  }

  /** @param {ServiceWorker | null} worker that waits */
  async note(worker) {
    if (!worker || !navigator.serviceWorker.controller) return;
    const isOurs = (await versionOf(worker)) === new URL(import.meta.url).pathname;
    // A page that was loaded since then is of the new version already.
    if (isOurs) worker.postMessage({ kind: 'take' });
    else this.ready();
  }

  take() {
    const waiting = this.registration?.waiting;
    if (!waiting) return location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ kind: 'take' });
  }
}
