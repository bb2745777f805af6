const longestStep = 16;

/**
 * The shortest length in CSS pixels that is whole, and whole device pixels as well: browsers put a canvas on the one or
 * on the other, and stretch it by a fraction of a pixel if it has no such size. Failing that, one device pixel.
 * @param {number} scale device pixels to a CSS pixel
 */
export function wholeStep(scale) {
  for (let step = 1; step <= longestStep; ++step) {
    if (Math.abs(step * scale - Math.round(step * scale)) < 0.001) return step;
  }
  return 1 / scale;
}
