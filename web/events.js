import { takePicture } from './camera.js';
import { EventKind } from './core.js';
import { focusOn } from './focus.js';
import { listenToKeys } from './keys.js';

/**
 * @typedef {object} Listener
 * @property {(id: string, kind: number, payload: string) => void} happened something for the program
 * @property {(files: File[]) => string} chosen holds files; what the program is told of them
 * @property {(x: number, y: number, isDown: boolean) => void} pointed the pointer came over another control
 */

const controls = 'a, button, label, input, select, textarea, summary, [role=option]';

/** Inputs that are chosen, not typed. */
const chosenTypes = ['radio', 'checkbox', 'file'];

/** @param {EventTarget | null} target */
function field(target) {
  return /** @type {HTMLInputElement} */ (target);
}

/**
 * The elements that were made of nodes have ids; parts inside them have none.
 * @param {EventTarget | null} target
 */
function idOf(target) {
  return /** @type {Element} */ (target).closest('[id]')?.id ?? '';
}

/** @param {EventTarget | null} target */
function isMirrored(target) {
  return target instanceof Node && target.isConnected;
}

/** @param {HTMLInputElement} target */
function payloadOf(target) {
  return target.type === 'checkbox' ? String(target.checked) : target.value;
}

/**
 * A click that the browser would turn into a visit of one of our own pages in this window.
 * @param {HTMLAnchorElement} link
 * @param {MouseEvent} event
 */
function isVisit(link, event) {
  const isPlainClick = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  return isPlainClick && link.origin === location.origin && link.target === '' && !link.hasAttribute('download');
}

/**
 * Links inside the page move the focus as well as the view, and leave the address as it is.
 * @param {string} id
 */
function jumpTo(id) {
  const target = document.getElementById(id);
  const field = target?.matches('fieldset') ? target.querySelector('input') : target;
  if (field) focusOn(field);
}

/**
 * @param {MouseEvent} event
 * @param {Listener} listener
 */
function clicked(event, listener) {
  const control = /** @type {Element} */ (event.target).closest('a[href], button, summary, [role=option]');
  if (control instanceof HTMLButtonElement && control.dataset.camera) giveFromCamera(control.dataset.camera, listener);
  if (control instanceof HTMLButtonElement && control.type === 'button')
    listener.happened(control.id, EventKind.Click, '');
  // The program unfolds them; the browser would do it a second time.
  if (control instanceof HTMLElement && control.matches('summary, [role=option]')) {
    event.preventDefault();
    listener.happened(control.id, EventKind.Click, '');
  }
  if (!(control instanceof HTMLAnchorElement) || !isVisit(control, event)) return;
  event.preventDefault();
  const href = control.getAttribute('href') ?? '';
  if (href.startsWith('#')) jumpTo(href.slice(1));
  listener.happened(control.id, EventKind.Click, '');
}

/**
 * One listener an event type for the whole mirror. A control is activated by its DOM event and by nothing else.
 * @param {HTMLElement} root
 * @param {Listener} listener
 */
export function listen(root, listener) {
  const tell = (/** @type {EventTarget | null} */ target, /** @type {number} */ kind, payload = '') =>
    listener.happened(idOf(target), kind, payload);

  root.addEventListener('click', (event) => clicked(event, listener));
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    tell(event.target, EventKind.Click);
  });
  root.addEventListener('input', ({ target }) => {
    const { type, tagName, value } = field(target);
    const isTyped = tagName !== 'SELECT' && !chosenTypes.includes(type);
    if (isTyped) tell(target, EventKind.Input, value);
  });
  listenToFiles(root, listener);
  root.addEventListener('change', ({ target }) => {
    const { type, tagName, files } = field(target);
    if (files) return give(field(target), Array.from(files), listener);
    const isChosen = tagName === 'SELECT' || chosenTypes.includes(type);
    if (isChosen) tell(target, EventKind.Change, payloadOf(field(target)));
  });
  root.addEventListener('focusin', ({ target }) => tell(target, EventKind.Focus));
  root.addEventListener('focusout', ({ target }) => tell(target, EventKind.Blur));
  listenToKeys(root, listener.happened);
  // Neither bubbles. The program decides whether the dialog goes.
  root.addEventListener(
    'cancel',
    (event) => {
      if (!(event.target instanceof HTMLDialogElement)) return;
      event.preventDefault();
      tell(event.target, EventKind.Dismiss);
    },
    true,
  );
  // A browser may close it by itself when Escape is pressed again and again.
  root.addEventListener('close', ({ target }) => isMirrored(target) && tell(target, EventKind.Dismiss), true);
  listenToPointer(root, listener);
}

/**
 * @param {HTMLInputElement} input
 * @param {File[]} files
 * @param {Listener} listener
 */
function give(input, files, listener) {
  if (files.length > 0) listener.happened(input.id, EventKind.Change, listener.chosen(files));
  // So that the same file can be chosen again.
  input.value = '';
}

/**
 * @param {string} id of the field that gets the picture
 * @param {Listener} listener
 */
function giveFromCamera(id, listener) {
  takePicture((files) => {
    const input = document.getElementById(id);
    if (input instanceof HTMLInputElement) give(input, files, listener);
  });
}

/**
 * Files that are pasted or dropped anywhere on a page that asks for files.
 * @param {HTMLElement} root
 * @param {Listener} listener
 */
function listenToFiles(root, listener) {
  const input = () => /** @type {HTMLInputElement | null} */ (root.querySelector('input[type=file]'));
  const filesOf = (/** @type {DataTransfer | null} */ data) => Array.from(data?.files ?? []);
  document.addEventListener('paste', ({ clipboardData }) => {
    const [into, files] = [input(), filesOf(clipboardData)];
    if (into && files.length > 0) give(into, files, listener);
  });
  document.addEventListener('dragover', (event) => input() && event.preventDefault());
  document.addEventListener('drop', (event) => {
    const into = input();
    if (!into) return;
    event.preventDefault();
    give(into, filesOf(event.dataTransfer), listener);
  });
}

/**
 * The pointer serves looks only, so a frame is due when it comes over another control, not when it moves.
 * @param {HTMLElement} root
 * @param {Listener} listener
 */
function listenToPointer(root, listener) {
  /** @type {Element | null} */
  let over = null;
  const away = () => {
    over = null;
    listener.pointed(-1, -1, false);
  };
  root.addEventListener('pointerover', (event) => {
    const control = /** @type {Element} */ (event.target).closest(controls);
    if (control === over || event.pointerType === 'touch') return;
    over = control;
    if (control) listener.pointed(event.pageX, event.pageY, event.buttons === 1);
    else away();
  });
  root.addEventListener('pointerleave', away);
  root.addEventListener('pointercancel', away);
  root.addEventListener('pointerdown', (event) => {
    if (/** @type {Element} */ (event.target).closest(controls)) listener.pointed(event.pageX, event.pageY, true);
  });
  root.addEventListener('pointerup', (event) => {
    if (event.pointerType === 'touch') away();
    else if (over) listener.pointed(event.pageX, event.pageY, false);
  });
}
