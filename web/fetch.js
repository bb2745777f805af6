/**
 * @typedef {{ status: number, headers: [string, string][], body: string }} Answer
 * @typedef {{ method: string, target: string, headers: [string, string][], body: string, timeoutMs: number }} Question
 */

/** No connection. @type {Answer} */
const lost = { status: 0, headers: [], body: '' };
/** No answer in time, as protocol::timed_out tells it. @type {Answer} */
const late = { status: 0, headers: [], body: 'timeout' };

/**
 * Asks our own server and nobody else.
 * @param {Question} question
 * @returns {Promise<Answer>}
 */
export async function ask({ method, target, headers, body, timeoutMs }) {
  const url = new URL(target, location.origin);
  if (url.origin !== location.origin) return lost;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), timeoutMs);
  try {
    const hasBody = method !== 'GET' && method !== 'HEAD';
    const response = await fetch(url, {
      method,
      headers,
      body: hasBody ? body : undefined,
      mode: 'same-origin',
      credentials: 'omit',
      redirect: 'error',
      signal: patience.signal,
    });
    return { status: response.status, headers: [...response.headers], body: await response.text() };
  } catch {
    return patience.signal.aborted ? late : lost;
  } finally {
    clearTimeout(timer);
  }
}
