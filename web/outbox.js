import { askWithWork } from './work.js';

/** @typedef {import('./fetch.js').Answer} Answer */

const lockName = 'huiyin.outbox';
/** Names what the service worker does when the browser finds the connection back. */
export const syncTag = 'huiyin-outbox';
/** Tells the tabs that what is kept has changed. */
export const channelName = 'huiyin.drafts';

/**
 * One tab at a time sends, which saves work; that a case is sent twice is prevented by its key.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
  return navigator.locks ? navigator.locks.request(lockName, work) : work();
}

/**
 * The same for work that another tab does as well.
 * @param {() => Promise<boolean>} work
 * @returns {Promise<boolean>} whether it was done, here, to the end
 */
export async function aloneOrNotAtAll(work) {
  if (!navigator.locks) return work();
  return navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => lock !== null && work());
}

/** @param {string} text */
function isReceipt(text) {
  try {
    return typeof JSON.parse(text).access_code === 'string';
  } catch {
    return false;
  }
}

/**
 * Whether the hotline has spoken. All else (no answer, too much work, a page of some network in between) is no reason
 * to stop trying.
 * @param {Answer} answer
 */
export function isFinal({ status, headers, body }) {
  if (status === 200 || status === 201) return isReceipt(body);
  const isOurs = headers.some(([name, value]) => name === 'content-type' && value.startsWith('application/problem+json'));
  return isOurs && status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status);
}

/**
 * Sends what waits, each with the key that it has had from the beginning.
 * @param {import('./vault.js').Vault} vault
 * @returns {Promise<boolean>} whether everything was answered
 */
export async function sendAll(vault) {
  let isDone = true;
  for (const { id, content } of await vault.all()) {
    const { request } = content;
    if (!request) continue;
    const answer = await askWithWork(request);
    if (!isFinal(answer)) {
      isDone = false;
      continue;
    }
    await vault.change(id, ({ request: now, ...draft }) => (now?.body === request.body ? { ...draft, answer } : null));
  }
  return isDone;
}
