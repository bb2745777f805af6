// Stands in the head of the page of a first visit, and runs before anything of it is seen: the page looks as it was
// chosen on an earlier visit, and gives way to the same page in the language that was chosen.
import { kept } from './storage.js';

const page = document.documentElement;
page.style.cssText = kept('look') ?? '';
// The letters go with the page's language, which may have changed since.
page.style.removeProperty('--sans');

const language = kept('language');
const isAskedFor = new URLSearchParams(location.search).has('lang');
if (language !== null && language !== page.lang && !isAskedFor) {
  page.hidden = true;
  // What stands behind '#' may open a case.
  location.replace(`?lang=${encodeURIComponent(language)}${location.hash}`);
}
