import { readSpacing } from './spacing.js';

/**
 * What the program needs to know of the window for a frame.
 * @typedef {object} FrameInput
 * @property {number} width CSS pixels
 * @property {number} height CSS pixels
 * @property {number} paintTop CSS pixels
 * @property {number} paintBottom CSS pixels
 * @property {number} devicePixelRatio
 * @property {number} viewTop CSS pixels
 * @property {SystemLook} look
 * @property {import('./spacing.js').Spacing} spacing
 * @property {{ x: number, y: number, isDown: boolean }} pointer
 */

/**
 * How the reader's system likes pages.
 * @typedef {object} SystemLook
 * @property {boolean} isDark
 * @property {boolean} wantsContrast
 * @property {boolean} isForced no colours but the system's own
 * @property {number[]} colors of the system: red, green, blue of Canvas, CanvasText and LinkText
 * @property {number} textScale the browser's own size of letters, to the usual one
 */

/** What browsers set text in when nobody asked for another size, in CSS pixels. */
const usualTextSize = 16;

/**
 * @param {string} name of a CSS colour
 * @returns {number[]}
 */
function channelsOf(name) {
  const probe = document.createElement('i');
  probe.style.color = name;
  document.body.append(probe);
  const channels = getComputedStyle(probe).color.match(/[\d.]+/g) ?? ['0', '0', '0'];
  probe.remove();
  return channels.slice(0, 3).map(Number);
}

/** Watches the window: its size, its resolution, its colours, the reader's own text spacing. */
export class Viewport {
  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    this.watched = 0;
    /** @type {MediaQueryList | undefined} */
    this.resolution = undefined;
    this.pointer = { x: -1, y: -1, isDown: false };
    this.dark = matchMedia('(prefers-color-scheme: dark)');
    this.contrast = matchMedia('(prefers-contrast: more)');
    this.forced = matchMedia('(forced-colors: active)');
    this.textScale = parseFloat(getComputedStyle(document.documentElement).fontSize) / usualTextSize;
    this.look = this.systemLook();
    this.probe = /** @type {HTMLElement} */ (document.getElementById('spacing'));
    this.spacing = readSpacing(this.probe);
    for (const query of [this.dark, this.contrast, this.forced])
      query.addEventListener('change', () => {
        this.look = this.systemLook();
        changed();
      });
    addEventListener('resize', changed);
    new ResizeObserver(changed).observe(document.documentElement);
    new ResizeObserver(() => {
      this.spacing = readSpacing(this.probe);
      changed();
    }).observe(this.probe);
    this.watchResolution();
    // Not every browser tells of another resolution when the window keeps its size; the next sign of life does.
    for (const sign of ['pointermove', 'keydown', 'scroll', 'focus'])
      addEventListener(sign, () => this.watched !== devicePixelRatio && changed(), { capture: true, passive: true });
  }

  /** Zoom, or a window that goes to another screen: what is waited for is any other resolution than the present one. */
  watchResolution() {
    if (this.watched === devicePixelRatio) return;
    this.watched = devicePixelRatio;
    this.resolution?.removeEventListener('change', this.changed);
    this.resolution = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.resolution.addEventListener('change', this.changed);
  }

  /** @returns {SystemLook} */
  systemLook() {
    return {
      isDark: this.dark.matches,
      wantsContrast: this.contrast.matches,
      isForced: this.forced.matches,
      colors: ['Canvas', 'CanvasText', 'LinkText'].flatMap(channelsOf),
      textScale: this.textScale,
    };
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
    this.watchResolution();
    return {
      width: this.width,
      height: this.height,
      paintTop: painted.top,
      paintBottom: painted.bottom,
      devicePixelRatio,
      viewTop: scrollY,
      look: this.look,
      spacing: this.spacing,
      pointer: this.pointer,
    };
  }
}
