import { readSpacing } from './spacing.js';

/**
 * What the program needs to know of the window for a frame.
 * @typedef {object} FrameInput
 * @property {number} width CSS pixels
 * @property {number} height CSS pixels
 * @property {number} paintTop CSS pixels
 * @property {number} paintBottom CSS pixels
 * @property {number} devicePixelRatio
 * @property {boolean} isDark
 * @property {import('./spacing.js').Spacing} spacing
 * @property {{ x: number, y: number, isDown: boolean }} pointer
 */

/** Watches the window: its size, its resolution, its colours, the reader's own text spacing. */
export class Viewport {
  /** @param {() => void} changed */
  constructor(changed) {
    this.pointer = { x: -1, y: -1, isDown: false };
    this.dark = matchMedia('(prefers-color-scheme: dark)');
    this.probe = /** @type {HTMLElement} */ (document.getElementById('spacing'));
    this.spacing = readSpacing(this.probe);
    this.dark.addEventListener('change', changed);
    addEventListener('resize', changed);
    new ResizeObserver(changed).observe(document.documentElement);
    new ResizeObserver(() => {
      this.spacing = readSpacing(this.probe);
      changed();
    }).observe(this.probe);
    this.watchResolution(changed);
  }

  /**
   * Zoom, or a window that goes to another screen.
   * @param {() => void} changed
   */
  watchResolution(changed) {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        changed();
        this.watchResolution(changed);
      },
      { once: true },
    );
  }

  get width() {
    return document.documentElement.clientWidth;
  }

  get height() {
    return document.documentElement.clientHeight;
  }

  /**
   * @param {{ top: number, bottom: number }} painted
   * @returns {FrameInput}
   */
  input(painted) {
    return {
      width: this.width,
      height: this.height,
      paintTop: painted.top,
      paintBottom: painted.bottom,
      devicePixelRatio,
      isDark: this.dark.matches,
      spacing: this.spacing,
      pointer: this.pointer,
    };
  }
}
