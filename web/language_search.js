/** So long after the last letter the language that was found is taken. */
const pauseMs = 1000;

/**
 * As people type who lack the key or the habit: without accents and capitals.
 * @param {string} text
 */
function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Says how a language calls another one.
 * @param {string} tag
 * @returns {(other: string) => string}
 */
function speakerOf(tag) {
  try {
    const names = new Intl.DisplayNames([tag], { type: 'language' });
    return (other) => names.of(other) ?? '';
  } catch {
    return () => '';
  }
}

/**
 * The first language one of whose names begins with what was typed, or else holds it: its own name, and those in
 * English and in the language of the page.
 * @param {{ value: string, text: string }[]} languages
 * @param {string} typed
 * @param {string} pageLanguage
 * @returns {string | undefined} its tag
 */
export function foundLanguage(languages, typed, pageLanguage) {
  const [inEnglish, inPage] = ['en', pageLanguage].map(speakerOf);
  const wanted = plain(typed);
  const named = languages.map(({ value, text }) => ({ value, names: [text, inEnglish(value), inPage(value)].map(plain) }));
  const begins = named.find(({ names }) => names.some((name) => name.startsWith(wanted)));
  return (begins ?? named.find(({ names }) => names.some((name) => name.includes(wanted))))?.value;
}

/**
 * What is typed on the list of languages finds one of them by more than the first letters of its own name, which is all
 * that browsers find by themselves; and they would go to another language with every letter.
 * @param {HTMLElement} root
 */
export function searchLanguages(root) {
  let typed = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  /** @param {HTMLSelectElement} list */
  const take = (list) => {
    clearTimeout(pause);
    if (typed === '') return;
    typed = '';
    list.dispatchEvent(new Event('change', { bubbles: true }));
  };
  root.addEventListener('keydown', (event) => {
    const list = /** @type {HTMLSelectElement} */ (event.target);
    if (list.id !== 'language') return;
    if (event.key === 'Enter') take(list);
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    // With nothing typed before, a space opens the list.
    if (!isLetter || (event.key === ' ' && typed === '')) return;
    event.preventDefault();
    typed += event.key;
    const found = foundLanguage([...list.options], typed, document.documentElement.lang);
    if (found) list.value = found;
    clearTimeout(pause);
    pause = setTimeout(() => take(list), pauseMs);
  });
  root.addEventListener('focusout', ({ target }) => {
    if (/** @type {Element} */ (target).id === 'language') take(/** @type {HTMLSelectElement} */ (target));
  });
}
