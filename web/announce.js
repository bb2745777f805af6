/** Screen readers notice a change, so the same words twice need a pause in which there are none. */
const pauseMs = 100;

/**
 * Says something in one of the two live regions that exist from the start.
 * @param {string} words
 * @param {boolean} isAssertive whether it interrupts
 */
export function say(words, isAssertive) {
  const region = document.getElementById(isAssertive ? 'assertive' : 'polite');
  if (!region) return;
  region.textContent = '';
  setTimeout(() => (region.textContent = words), pauseMs);
}
