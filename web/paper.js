import { tallestCanvas } from './painter.js';
import { wholeStep } from './whole_step.js';

/** Of the window's height, painted above and below what is seen. */
const marginShare = 0.75;
/** Of the margin: when less is left, the next part is painted. */
const reserveShare = 0.25;

/**
 * The part of the page that lies under the canvas, in CSS pixels. The canvas scrolls with the document like paper and
 * is painted anew only when its margin runs out.
 */
export class Paper {
  constructor() {
    this.top = 0;
    this.bottom = 0;
    this.scale = 0;
  }

  /**
   * @param {number} seenTop
   * @param {number} seenHeight
   * @param {number} pageHeight
   */
  reaches(seenTop, seenHeight, pageHeight) {
    const reserve = this.marginOf(seenHeight) * reserveShare;
    const isTopThere = this.top <= Math.max(0, seenTop - reserve);
    const isBottomThere = this.bottom >= Math.min(pageHeight, seenTop + seenHeight + reserve);
    return isTopThere && isBottomThere;
  }

  /** @param {number} seenHeight */
  marginOf(seenHeight) {
    const most = (tallestCanvas / this.scale - wholeStep(this.scale) - seenHeight) / 2;
    return Math.max(0, Math.floor(Math.min(seenHeight * marginShare, most)));
  }

  /**
   * Keeps the paper where it is as long as it reaches.
   * @param {number} seenTop
   * @param {number} seenHeight
   * @param {number} pageHeight
   * @param {number} scale device pixels to a CSS pixel
   */
  follow(seenTop, seenHeight, pageHeight, scale) {
    const isSameScale = this.scale === scale;
    this.scale = scale;
    const length = seenHeight + 2 * this.marginOf(seenHeight);
    const hasRightLength = this.bottom - this.top === length;
    if (isSameScale && hasRightLength && this.reaches(seenTop, seenHeight, pageHeight)) return;
    const lowest = Math.max(0, pageHeight - length);
    const wished = Math.min(Math.max(0, seenTop - this.marginOf(seenHeight)), lowest);
    // Whole pixels, or the picture is blurred.
    const step = wholeStep(scale);
    this.top = Math.floor(wished / step) * step;
    this.bottom = this.top + length;
  }
}
