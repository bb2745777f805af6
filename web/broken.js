/** Shows the words that the page holds ready for when the program cannot be started or has failed. */
export function showBroken() {
  const portal = /** @type {HTMLElement} */ (document.getElementById('portal'));
  const words = /** @type {HTMLElement} */ (document.getElementById('calm'));
  portal.dataset.state = 'broken';
  words.hidden = false;
  // The page as it was sent can still be read.
  if (document.body.classList.contains('start')) portal.before(words);
}
