const prefix = 'huiyin.';

/**
 * What was kept for this visit, or null. A browser that keeps nothing is no error.
 * @param {string} name
 * @returns {string | null}
 */
export function kept(name) {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

/** The names under which something is kept that begin like this. @param {string} beginning @returns {string[]} */
export function keptNames(beginning) {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix + beginning));
    return names.map((name) => name.slice(prefix.length));
  } catch {
    return [];
  }
}

/**
 * Calls whenever another tab keeps or forgets it.
 * @param {string} name
 * @param {(text: string | null) => void} changed
 */
export function follow(name, changed) {
  addEventListener('storage', ({ key }) => key === prefix + name && changed(kept(name)));
}

/**
 * @param {string} name
 * @param {string | null} text nothing to forget it
 */
export function keep(name, text) {
  try {
    if (text === null) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, text);
  } catch {
    // Full or forbidden: the visit goes on, the next one starts afresh.
  }
}
