import { ask } from './fetch.js';

/** Hashes that are asked for at once, so that what else there is to do comes in between. */
const slice = 512;

/**
 * What has to be done before the same is taken, when very much is sent.
 * @param {import('./fetch.js').Answer} answer
 * @returns {{ challenge: string, bits: number } | null}
 */
function workIn({ status, body }) {
  if (status !== 429) return null;
  try {
    const { code, challenge, bits } = JSON.parse(body);
    return code === 'work_required' && bits > 0 && bits <= 22 ? { challenge, bits } : null;
  } catch {
    return null;
  }
}

/**
 * The first number that, behind the challenge, has a hash with so many zero bits in front.
 * @param {{ challenge: string, bits: number }} work
 */
async function numberFor({ challenge, bits }) {
  const encoder = new TextEncoder();
  /** @param {number} number */
  const isIt = async (number) => {
    const digest = await crypto.subtle.digest('SHA-256', encoder.encode(`${challenge}:${number}`));
    return new DataView(digest).getUint32(0) >>> (32 - bits) === 0;
  };
  for (let first = 0; ; first += slice) {
    const found = await Promise.all(Array.from({ length: slice }, (_, index) => isIt(first + index)));
    if (found.includes(true)) return first + found.indexOf(true);
  }
}

/**
 * Asks, and once more when that took some work.
 * @param {import('./fetch.js').Question} question
 * @returns {Promise<import('./fetch.js').Answer>}
 */
export async function askWithWork(question) {
  const answer = await ask(question);
  const work = workIn(answer);
  if (!work) return answer;
  const shown = `${work.challenge}:${await numberFor(work)}`;
  return ask({ ...question, headers: [...question.headers, ['X-Work', shown]] });
}
