/**
 * What the reader's own style sheet or extension asks for (WCAG 1.4.12).
 * @typedef {{ lineHeight: number, letter: number, word: number }} Spacing
 */

/** As the style sheet sets the probe. */
const normalLineHeight = 1.5;

/**
 * Unclamped, one wrong value would make all text vanish.
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
function clamped(value, least, most) {
  return Number.isFinite(value) ? Math.min(Math.max(value, least), most) : least;
}

/**
 * @param {HTMLElement} probe a few words that nobody sees
 * @returns {Spacing}
 */
export function readSpacing(probe) {
  const style = getComputedStyle(probe);
  const size = parseFloat(style.fontSize);
  const inEm = (/** @type {string} */ value) => (value === 'normal' ? 0 : parseFloat(value) / size);
  return {
    lineHeight: clamped(parseFloat(style.lineHeight) / (size * normalLineHeight), 0.5, 4),
    letter: clamped(inEm(style.letterSpacing), 0, 0.5),
    word: clamped(inEm(style.wordSpacing), 0, 1),
  };
}
