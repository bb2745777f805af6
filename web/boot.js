import create from 'program';
import { showBroken } from './broken.js';
import { hasCamera } from './camera.js';
import { Core } from './core.js';
import { Drafts } from './drafts.js';
import { Glyphs } from './glyphs.js';
import { searchLanguages } from './language_search.js';
import { Languages, guess, load } from './languages.js';
import { Letters } from './letters.js';
import { Painter } from './painter.js';
import { Portal } from './portal.js';
import { Start } from './start.js';
import { kept } from './storage.js';
import { TextHost } from './text_host.js';

/** How long a lost canvas may take to come back, while somebody looks at it. */
const patienceMs = 4000;

/**
 * @param {Promise<WebAssembly.Module>} compiled
 * @param {TextHost} host
 */
async function createProgram(compiled, host) {
  const program = await new Promise((resolve, reject) => {
    const instantiateWasm = (
      /** @type {WebAssembly.Imports} */ imports,
      /** @type {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} */ done,
    ) => {
      const instantiate = async () => {
        const module = await compiled;
        done(await WebAssembly.instantiate(module, imports), module);
      };
      instantiate().catch(reject);
      return {};
    };
    create({ host, instantiateWasm }).then(resolve, reject);
  });
  host.program = program;
  return new Core(program);
}

function randomHex() {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {HTMLCanvasElement} canvas */
function paintedBy(canvas) {
  try {
    return new Painter(canvas);
  } catch {
    return null;
  }
}

/**
 * The graphics card may take the canvas away and give it back empty, or never.
 * @param {Portal} portal
 * @param {Painter} painter
 */
function surviveLoss(portal, painter) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let patience;
  const wait = () => {
    patience = setTimeout(() => (document.hidden ? wait() : portal.losePainter()), patienceMs);
  };
  painter.canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    wait();
  });
  painter.canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(patience);
    painter.restore();
    portal.fact(() => portal.core.imagesLost());
  });
}

/**
 * The language to start in, once it is there; whoever chooses another one meanwhile waits for that.
 * @param {Start} start
 * @param {Languages} languages
 */
async function loadedLanguage(start, languages) {
  if (!start.isDrawn) return start.language;
  for (;;) {
    const tag = start.language ?? document.documentElement.lang;
    await languages.get(tag).catch(() => {});
    if (tag === (start.language ?? document.documentElement.lang)) return tag;
  }
}

async function boot() {
  const root = /** @type {HTMLElement} */ (document.getElementById('mirror'));
  const letters = new Letters(ASSETS.letters);
  const start = new Start(root, letters);
  searchLanguages(root);
  performance.mark('huiyin-listens');
  const opening = Drafts.open();
  // Compiled beside this, while the canvas is made ready.
  const compiled = WebAssembly.compileStreaming(load(ASSETS.program));
  const languages = new Languages(ASSETS);
  const base = languages.data('base');
  const known = start.language ?? (start.isDrawn ? document.documentElement.lang : null);
  languages.get(guess(known, navigator.languages, languages.tags)).catch(() => {});
  letters.meetIn(start.root);

  const painter = paintedBy(/** @type {HTMLCanvasElement} */ (document.getElementById('canvas')));
  const glyphs = new Glyphs();
  const host = new TextHost(glyphs, painter, letters);
  const core = await createProgram(compiled, host);
  const data = await base;
  if (data) core.addData(data);
  performance.mark('huiyin-core-ready');

  const drafts = await opening;
  for (const { text } of drafts.atStart) letters.meet(text, document.documentElement.lang);
  // From here to the program's first frame nothing else can happen on the page.
  const keptLanguage = await loadedLanguage(start, languages);
  start.end();
  const portal = new Portal({ core, languages, glyphs, letters, painter, start, drafts });
  core.start({
    path: location.pathname,
    fragment: portal.visits.takeFragment(),
    languages: navigator.languages,
    keptLanguage,
    keptSettings: kept('settings'),
    keptShared: kept('shared'),
    drafts: drafts.atStart,
    usedDraft: Drafts.used,
    keepsDrafts: !drafts.isRefused,
    isOnline: navigator.onLine,
    hasCamera: hasCamera(),
    randomHex: randomHex(),
  });
  if (painter) surviveLoss(portal, painter);
  else portal.losePainter();
  portal.frames.request();
  portal.frames.finish();
  portal.listenOutside();
  countFor(portal);
}

/**
 * Frames and drawings so far, for those who measure that an idle page has none.
 * @param {Portal} portal
 */
function countFor(portal) {
  const counts = {
    get frames() {
      return portal.frames.count;
    },
    get draws() {
      return portal.draws;
    },
  };
  Object.defineProperty(window, 'huiyin', { value: Object.freeze(counts) });
}

// A condition that does not hold ends the program; what was typed is kept by then.
for (const type of /** @type {const} */ (['error', 'unhandledrejection']))
  addEventListener(type, (event) => {
    const reason = 'reason' in event ? event.reason : event.error;
    if (globalThis.WebAssembly && reason instanceof WebAssembly.RuntimeError) showBroken();
  });

// Whoever goes on to the next page breaks off what was on its way; only who comes back needs it again.
let isLeaving = false;
addEventListener('pagehide', () => (isLeaving = true));
addEventListener('pageshow', ({ persisted }) => persisted && isLeaving && !('huiyin' in window) && location.reload());

boot().catch((error) => {
  if (isLeaving) return;
  console.error(error);
  showBroken();
});
