// The service worker: what was used once is there without a network. Nothing of the API ever passes through it, and a
// page comes from the server whenever that answers.
import { matchPrecache, precache, cleanupOutdatedCaches } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { channelName, sendAll, aloneOrNotAtAll, syncTag } from '../outbox.js';
import { Vault } from '../vault.js';

/** @typedef {{ kind: 'version' } | { kind: 'take' } | { kind: 'keep', files: string[] }} Message */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const filesCache = 'huiyin-files';
const pagesPrefix = 'huiyin-pages-';
const pagesCache = pagesPrefix + WORKER.version.replace(/\W/g, '');
/** Where visits begin. */
const entries = ['/', '/submit', '/track'];
/** A page that is shown at any address. */
const shell = '/case';
/** A slow network is no better than none. */
const patienceSeconds = 5;

/** "/name.0123456789abcdef.ext": its content never changes. */
const hashed = /^\/([^/]+)\.[0-9a-f]{16}(\.[a-z0-9]+)$/;

/** The file of this version that stands in the place of an older one. @param {string} url */
function successorOf(url) {
  const [, name, ending] = hashed.exec(new URL(url, location.href).pathname) ?? [];
  return name && WORKER.files.find((file) => file.startsWith(`/${name}.`) && file.endsWith(ending) && hashed.exec(file)?.[1] === name);
}

/** @param {string} cacheName @param {Iterable<string>} urls */
async function keep(cacheName, urls) {
  const cache = await caches.open(cacheName);
  for (const url of new Set(urls)) {
    if (await cache.match(url, { ignoreVary: true })) continue;
    // What cannot be had now is had when it is used.
    await cache.add(url).catch(() => {});
  }
}

/** What was used of the version before is there in the new one, too. */
async function takeAlong() {
  const used = await (await caches.open(filesCache)).keys();
  await keep(filesCache, used.map(({ url }) => successorOf(url)).filter((url) => url !== undefined));
  const pages = [...entries];
  for (const name of await caches.keys())
    if (name.startsWith(pagesPrefix)) for (const { url } of await (await caches.open(name)).keys()) pages.push(url);
  await keep(pagesCache, pages);
}

/** Files of older versions, once no page is left that may ask for them. Fonts do not change with the version. */
async function forgetOld() {
  for (const name of await caches.keys()) if (name.startsWith(pagesPrefix) && name !== pagesCache) await caches.delete(name);
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.length > 1) return;
  const cache = await caches.open(filesCache);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (!pathname.endsWith('.woff2') && !WORKER.files.includes(pathname)) await cache.delete(request);
  }
}

async function send() {
  const vault = await Vault.open();
  const isDone = await aloneOrNotAtAll(() => sendAll(vault));
  new BroadcastChannel(channelName).postMessage('changed');
  // The browser then tries again.
  if (!isDone) throw new Error('Not everything could be sent');
}

/** A page is the same whatever stands behind its path, but for its language; number and code of a case may stand there. */
const isKeptByPath = {
  cacheKeyWillBeUsed: async (/** @type {{ request: Request }} */ { request }) => {
    const { origin, pathname, searchParams } = new URL(request.url);
    const language = searchParams.get('lang');
    return origin + pathname + (language === null ? '' : `?lang=${encodeURIComponent(language)}`);
  },
};

/** In front of a server that is gone something may still answer. */
const isFromServer = {
  fetchDidSucceed: async (/** @type {{ response: Response }} */ { response }) => {
    if (response.status >= 500) throw new Error(`The server answers ${response.status}`);
    return response;
  },
};

const isFine = { cacheWillUpdate: async (/** @type {{ response: Response }} */ { response }) => (response.status === 200 ? response : null) };

precache(WORKER.core);
cleanupOutdatedCaches();

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && hashed.test(url.pathname),
  async (options) =>
    (await matchPrecache(options.url.pathname)) ?? new CacheFirst({ cacheName: filesCache, plugins: [isFine] }).handle(options),
);

registerRoute(
  ({ request, url, sameOrigin }) => sameOrigin && request.mode === 'navigate' && !url.pathname.startsWith('/api/'),
  new NetworkFirst({
    cacheName: pagesCache,
    networkTimeoutSeconds: patienceSeconds,
    matchOptions: { ignoreVary: true },
    plugins: [isKeptByPath, isFromServer, isFine, { handlerDidError: () => matchPrecache(shell) }],
  }),
);

worker.addEventListener('install', (event) => event.waitUntil(takeAlong()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOld().then(() => worker.clients.claim())));

worker.addEventListener('message', (event) => {
  /** @type {Message} */
  const message = event.data;
  if (message.kind === 'version') event.ports[0]?.postMessage(WORKER.version);
  if (message.kind === 'take') worker.skipWaiting();
  if (message.kind === 'keep') event.waitUntil(keep(filesCache, message.files.filter((file) => hashed.test(file))));
});

worker.addEventListener('sync', (/** @type {any} */ event) => {
  if (event.tag === syncTag) event.waitUntil(send());
});
