import { monoOf, sansOf } from './fonts.js';

/**
 * How a run looks, ready for the 2D canvas.
 * @typedef {object} RunStyle
 * @property {number} size CSS pixels
 * @property {number} weight
 * @property {string} family
 * @property {string} lang
 * @property {CanvasDirection} direction
 * @property {number} letterSpacing CSS pixels
 * @property {number} wordSpacing CSS pixels
 */

/**
 * A drawn run: `canvas` holds it from its top left corner, `width` by `height` device pixels; left and top are the
 * corner's distance from the pen.
 * @typedef {{ width: number, height: number, left: number, top: number, scale: number, isColoured: boolean }} Drawing
 */

const coloured = /[\p{Emoji_Presentation}\u{FE0F}]/u;
/** Thai marks, Devanagari and Urdu reach farther than they say. */
const padding = 2;

/** @returns {CanvasRenderingContext2D} */
function newContext() {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No 2D canvas');
  return context;
}

/** Measures and draws runs of text with the browser's own shaping. */
export class Glyphs {
  constructor() {
    this.ruler = newContext();
    this.pen = newContext();
    /** @type {RunStyle[]} */
    this.styles = [];
    /** @type {RunStyle | null} */
    this.ruled = null;
    /** The colour of words that stand in one run with coloured pictures. */
    this.ink = '#000';
  }

  /**
   * @param {number} number
   * @param {Omit<RunStyle, 'family'> & { isMono: boolean }} told
   */
  learn(number, told) {
    const family = told.isMono ? monoOf(told.lang) : sansOf(told.lang);
    this.styles[number] = { ...told, family };
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {RunStyle} style
   * @param {number} scale device pixels to a CSS pixel
   */
  dress(context, style, scale) {
    context.canvas.lang = style.lang;
    if ('lang' in context) context.lang = style.lang;
    context.font = `${style.weight} ${style.size * scale}px ${style.family}`;
    context.direction = style.direction;
    context.textAlign = 'start';
    context.textBaseline = 'alphabetic';
    if ('letterSpacing' in context) context.letterSpacing = `${style.letterSpacing * scale}px`;
    if ('wordSpacing' in context) context.wordSpacing = `${style.wordSpacing * scale}px`;
  }

  /** @param {number} number */
  rule(number) {
    const style = this.styles[number];
    if (this.ruled !== style) this.dress(this.ruler, style, 1);
    this.ruled = style;
    return this.ruler;
  }

  /**
   * @param {number} style
   * @param {string} run
   */
  width(style, run) {
    const { wordSpacing } = this.styles[style];
    const ruler = this.rule(style);
    if (wordSpacing === 0 || !/^[ \u00a0]/.test(run)) return ruler.measureText(run).width;
    // A browser adds no word spacing to a space that nothing stands before.
    return ruler.measureText(`.${run}`).width - ruler.measureText('.').width;
  }

  /**
   * Whole pixels, as browsers round them for the lines of the DOM.
   * @param {number} style
   */
  metrics(style) {
    const measured = this.rule(style).measureText('x');
    return { ascent: Math.round(measured.fontBoundingBoxAscent), descent: Math.round(measured.fontBoundingBoxDescent) };
  }

  /**
   * Draws a run at the corner of the canvas of `pen`.
   * @param {number} number of the style
   * @param {string} run
   * @param {number} wishedScale device pixels to a CSS pixel
   * @param {number} widest device pixels
   * @returns {Drawing}
   */
  draw(number, run, wishedScale, widest) {
    const style = this.styles[number];
    const box = this.rule(number).measureText(run);
    const inkWidth = box.actualBoundingBoxLeft + box.actualBoundingBoxRight;
    const scale = Math.min(wishedScale, (widest - 2 * padding - 2) / Math.max(inkWidth, 1));
    const left = Math.floor(-box.actualBoundingBoxLeft * scale) - padding;
    const right = Math.ceil(box.actualBoundingBoxRight * scale) + padding;
    const top = Math.floor(-box.actualBoundingBoxAscent * scale) - padding;
    const bottom = Math.ceil(box.actualBoundingBoxDescent * scale) + padding;
    const isColoured = coloured.test(run);
    const drawing = { width: right - left, height: bottom - top, left, top, scale, isColoured };

    // A new size also clears the canvas.
    this.pen.canvas.width = drawing.width;
    this.pen.canvas.height = drawing.height;
    this.dress(this.pen, style, scale);
    this.pen.fillStyle = isColoured ? this.ink : '#fff';
    this.pen.fillText(run, -left, -top);
    return drawing;
  }
}
