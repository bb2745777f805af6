/**
 * Moves the real focus, also to what a person cannot tab to (a heading, an error summary), and brings it into view
 * with the scroll margins of the style sheet.
 * @param {HTMLElement} element
 */
export function focusOn(element) {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
}
