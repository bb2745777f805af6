import { EventKind } from './core.js';

/**
 * Keys inside composite widgets, as the ARIA authoring practices have them. Focus is real and moves from part to part.
 * @typedef {(id: string, kind: number, payload: string) => void} Tell
 */

/** @param {HTMLElement} element */
function isRightToLeft(element) {
  return getComputedStyle(element).direction === 'rtl';
}

/**
 * Where a key leads among the parts; nothing where it means something else.
 * @param {string} key
 * @param {number} at
 * @param {number} count
 * @param {{ next: string, previous: string }} arrows
 */
function placeAfter(key, at, count, { next, previous }) {
  if (key === next) return (at + 1) % count;
  if (key === previous) return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} tab
 */
function tabKey(event, tab) {
  const tabs = /** @type {HTMLElement[]} */ ([...(tab.parentElement?.querySelectorAll('[role=tab]') ?? [])]);
  const arrows = isRightToLeft(tab)
    ? { next: 'ArrowLeft', previous: 'ArrowRight' }
    : { next: 'ArrowRight', previous: 'ArrowLeft' };
  const place = placeAfter(event.key, tabs.indexOf(tab), tabs.length, arrows);
  if (place === undefined) return;
  event.preventDefault();
  tabs[place].focus();
  tabs[place].click();
}

/** @param {HTMLElement} box */
function optionsOf(box) {
  const list = document.getElementById(box.getAttribute('aria-controls') ?? '');
  return /** @type {HTMLElement[]} */ ([...(list?.querySelectorAll('[role=option]') ?? [])]);
}

/** @param {HTMLElement} option */
function boxOf(option) {
  const list = option.closest('[role=listbox]');
  return /** @type {HTMLElement | null} */ (document.querySelector(`[aria-controls="${CSS.escape(list?.id ?? '')}"]`));
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} box
 * @param {Tell} tell
 */
function comboBoxKey(event, box, tell) {
  const options = optionsOf(box);
  if (event.key === 'Escape' && box.getAttribute('aria-expanded') === 'true') {
    event.preventDefault();
    tell(box.id, EventKind.Dismiss, '');
  } else if (event.key === 'Enter' && options.length > 0) {
    event.preventDefault();
    if (options.length === 1) options[0].click();
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (options.length > 0) options[event.key === 'ArrowDown' ? 0 : options.length - 1].focus();
    else tell(box.id, EventKind.Click, '');
  }
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} option
 * @param {Tell} tell
 */
function optionKey(event, option, tell) {
  const box = boxOf(option);
  if (!box) return;
  const options = optionsOf(box);
  const place = placeAfter(event.key, options.indexOf(option), options.length, { next: 'ArrowDown', previous: 'ArrowUp' });
  if (event.key === 'Escape') {
    event.preventDefault();
    box.focus();
    tell(box.id, EventKind.Dismiss, '');
  } else if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    option.click();
  } else if (place !== undefined) {
    event.preventDefault();
    options[place].focus();
  } else if (event.key.length === 1 || event.key === 'Backspace') {
    // What is typed goes on narrowing the list.
    box.focus();
  }
}

/**
 * @param {HTMLElement} root
 * @param {Tell} tell
 */
export function listenToKeys(root, tell) {
  root.addEventListener('keydown', (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const role = target.getAttribute('role');
    if (role === 'tab') tabKey(event, target);
    if (role === 'combobox') comboBoxKey(event, target, tell);
    if (role === 'option') optionKey(event, target, tell);
  });
  // The list goes with the choice; the focus stays with the field.
  root.addEventListener('click', ({ target }) => {
    const option = /** @type {HTMLElement} */ (target).closest('[role=option]');
    if (option instanceof HTMLElement) boxOf(option)?.focus();
  });
}
