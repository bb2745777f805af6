/** Tells measurements, tests and the style sheet how far the page has come. */
export class Progress {
  /** @param {HTMLElement} portal */
  constructor(portal) {
    this.portal = portal;
    /** @type {Set<string>} */
    this.reached = new Set();
  }

  /**
   * @param {string} name
   * @param {boolean} isReached
   */
  reach(name, isReached) {
    if (!isReached || this.reached.has(name)) return;
    this.reached.add(name);
    performance.mark(name);
  }

  /**
   * After each frame.
   * @param {HTMLElement} mirror
   * @param {boolean} isStarted whether the page is the program's own
   * @param {boolean} isPainted whether the canvas shows all that it should
   */
  note(mirror, isStarted, isPainted) {
    const isThere = isStarted && mirror.firstElementChild !== null;
    if (isThere && this.portal.dataset.state === 'waiting') this.portal.dataset.state = 'ready';
    const hasField = !this.reached.has('huiyin-first-field') && mirror.querySelector('input, textarea, select');
    this.reach('huiyin-first-field', Boolean(hasField));
    this.reach('huiyin-canvas-painted', isThere && isPainted);
  }
}
