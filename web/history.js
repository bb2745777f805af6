/**
 * What the browser keeps of a page of the visit.
 * @typedef {{ key: number, scrolled?: number }} Entry
 */

/** @param {string} fragment */
function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The address bar, and where each page of the visit was scrolled to. */
export class Visits {
  /** @param {(path: string, fragment: string) => void} visited Back, Forward, or an address typed */
  constructor(visited) {
    /** @type {Map<number, number>} */
    this.scrolled = new Map();
    /** Where to scroll to when the next frame stands. @type {number | null} */
    this.wish = null;
    this.enter(history.state);
    history.scrollRestoration = 'manual';
    addEventListener('popstate', ({ state }) => {
      this.remember();
      this.enter(state);
      visited(location.pathname, this.takeFragment());
    });
    addEventListener('pagehide', () => history.replaceState({ key: this.key, scrolled: scrollY }, ''));
  }

  /** @param {Entry | null} entry */
  enter(entry) {
    this.key = entry?.key ?? Math.random();
    this.wish = this.scrolled.get(this.key) ?? entry?.scrolled ?? null;
  }

  /** A link may carry a case's secret behind '#': it must not stay in the address bar or the history. */
  takeFragment() {
    const fragment = location.hash.slice(1);
    history.replaceState({ key: this.key }, '', location.pathname + location.search);
    return decoded(fragment);
  }

  remember() {
    this.scrolled.set(this.key ?? 0, scrollY);
  }

  /**
   * @param {string} url
   * @param {boolean} isNew whether Back leads to the page before
   */
  visit(url, isNew) {
    if (isNew) {
      this.remember();
      this.enter(null);
      this.wish = 0;
      history.pushState({ key: this.key }, '', url);
    } else {
      history.replaceState({ key: this.key }, '', url);
    }
  }

  /** Scrolls where the page belongs, once it is as high as it will be. */
  settle() {
    if (this.wish !== null) scrollTo(0, this.wish);
    this.wish = null;
  }
}
