// Stands in the head of the page of a first visit, and runs before anything of it is seen: the page looks as it was
// chosen on an earlier visit, and gives way to the same page in the language that was chosen. What the program is made
// of comes when the page has been seen, so that nothing stands in the way of its first field; what is pressed meanwhile
// waits for it.
import { showBroken } from './broken.js';
import { kept } from './storage.js';

/** How long a page may take to be seen before the program is fetched anyhow. */
const patienceMs = 1000;

const { portal = '', parts = '' } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

const page = document.documentElement;
page.style.cssText = kept('look') ?? '';
// The letters go with the page's language, which may have changed since.
page.style.removeProperty('--sans');

/** @param {string} id */
function wait(id) {
  const words = document.getElementById('pressed');
  // They are there until the program listens.
  if (words === null) return;
  words.hidden = false;
  page.dataset.pressed = id;
}

addEventListener('click', ({ target }) => {
  const button = /** @type {Element} */ (target).closest('#mirror button[type=button]');
  if (button) wait(button.id);
});
addEventListener('submit', (event) => {
  event.preventDefault();
  wait(/** @type {Element} */ (event.target).id);
});

const language = kept('language');
const isAskedFor = new URLSearchParams(location.search).has('lang');
if (language !== null && language !== page.lang && !isAskedFor) {
  page.hidden = true;
  // What stands behind '#' may open a case.
  location.replace(`?lang=${encodeURIComponent(language)}${location.hash}`);
} else {
  const seen = new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    // A tab behind another is not painted.
    setTimeout(resolve, document.hidden ? 0 : patienceMs);
  });
  seen.then(fetchProgram);
}

function fetchProgram() {
  for (const href of parts.split(' '))
    document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: '', href }));
  import(portal).catch(showBroken);
}
