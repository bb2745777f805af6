import { say } from './announce.js';
import { copy } from './clipboard.js';
import { drawCodes } from './codes.js';
import { EventKind } from './core.js';
import { Drafts } from './drafts.js';
import { listen } from './events.js';
import { ask } from './fetch.js';
import { fetchAs, Files } from './files.js';
import { focusOn } from './focus.js';
import { sansOf } from './fonts.js';
import { Frames } from './frames.js';
import { Visits } from './history.js';
import { Mirror } from './mirror.js';
import { readOrders } from './orders.js';
import { alone } from './outbox.js';
import { readPaint } from './painter.js';
import { Paper } from './paper.js';
import { printPlainly } from './print.js';
import { Progress } from './progress.js';
import { saveFile } from './save_file.js';
import { keep, kept } from './storage.js';
import { Versions } from './versions.js';
import { Viewport } from './viewport.js';

/** The longest that a timer can wait. */
const longestTimerMs = 2 ** 31 - 1;

/** The portal on the page: brings facts to the program, and its frames and orders to the browser. */
export class Portal {
  /**
   * @param {object} parts
   * @param {import('./core.js').Core} parts.core
   * @param {import('./languages.js').Languages} parts.languages
   * @param {import('./glyphs.js').Glyphs} parts.glyphs
   * @param {import('./letters.js').Letters} parts.letters
   * @param {import('./painter.js').Painter | null} parts.painter
   * @param {import('./start.js').Start} parts.start
   * @param {Drafts} parts.drafts
   */
  constructor({ core, languages, glyphs, letters, painter, start, drafts }) {
    this.core = core;
    this.drafts = drafts;
    this.versions = new Versions(() => this.fact(() => core.versionReady()));
    this.languages = languages;
    this.glyphs = glyphs;
    this.painter = painter;
    /** The canvas that waits while somebody prefers the page without it. @type {import('./painter.js').Painter | null} */
    this.spare = null;
    /** Until the page is the program's own. @type {import('./start.js').Start | null} */
    this.start = start;
    /** The first page keeps the looks in which it was sent, because somebody was at work on it, until the next one. */
    this.isAsSent = false;
    this.isPlainWished = false;
    this.element = /** @type {HTMLElement} */ (document.getElementById('portal'));
    const root = /** @type {HTMLElement} */ (document.getElementById('mirror'));
    this.mirror = new Mirror(root, painter === null || start.isDrawn);
    this.frames = new Frames(() => this.show());
    this.viewport = new Viewport(() => this.frames.request());
    this.visits = new Visits((path, fragment) => this.visited(path, fragment));
    this.paper = new Paper();
    this.progress = new Progress(this.element);
    this.files = new Files((move) => this.fact(() => core.fileMoved(move)));
    this.pageHeight = 0;
    this.draws = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.wakeTimer = undefined;
    this.isShowing = false;
    /** Facts that came up while a frame was on its way to the page. @type {(() => void)[]} */
    this.queue = [];
    listen(root, {
      chosen: (files) => {
        // A field tells the program one thing a frame.
        this.frames.finish();
        return this.files.take(files);
      },
      happened: (id, kind, payload) => {
        if (kind === EventKind.Input) letters.meet(payload, document.documentElement.lang);
        this.fact(() => core.event(id, kind, payload));
      },
      pointed: (x, y, isDown) => {
        this.viewport.pointer = { x, y, isDown };
        this.frames.request();
      },
    });
    // What was typed in the last moment is kept, too.
    addEventListener('pagehide', () => this.finish());
    document.addEventListener('visibilitychange', () => document.hidden && this.finish());
    addEventListener('scroll', () => this.scrolled(), { passive: true });
    printPlainly(this);
    document.fonts.addEventListener('loadingdone', () => {
      this.mirror.redrawLists();
      this.fact(() => core.fontsChanged());
    });
  }

  /**
   * Tells the program something, but never while it waits for a frame to be read: its memory may move.
   * @param {() => void} tell
   */
  fact(tell) {
    if (this.isShowing) this.queue.push(tell);
    else tell();
    this.frames.request();
  }

  /** All that a person has done, before the page may be gone. */
  finish() {
    this.frames.finish();
    this.drafts.finish();
  }

  /** Once the program runs, it hears of other tabs and of the connection. */
  listenOutside() {
    this.versions.follow();
    this.drafts.tell(
      (drafts) => this.fact(() => this.core.draftsChanged(drafts)),
      () => this.fact(() => this.core.draftsRefused()),
      (isShared) => this.fact(() => this.core.sharingChanged(isShared)),
      () => this.frames.finish(),
    );
    for (const type of /** @type {const} */ (['online', 'offline']))
      addEventListener(type, () => this.fact(() => this.core.connectionChanged(navigator.onLine)));
  }

  scrolled() {
    if (this.painter && !this.paper.reaches(scrollY, this.viewport.height, this.pageHeight)) this.frames.request();
  }

  /** One frame. */
  show() {
    const { core, paper, viewport } = this;
    paper.follow(scrollY, viewport.height, this.pageHeight, devicePixelRatio);
    this.isShowing = true;
    const reader = core.frame(viewport.input(paper));
    const isUnfinished = reader.flag();
    this.readPage(reader);
    const hasNewTheme = this.readLook(reader);
    const hasNewNodes = this.mirror.apply(reader);
    if (hasNewNodes) drawCodes(this.mirror.root);
    const hasNewPicture = this.paint(readPaint(reader));
    const orders = readOrders(reader, this);
    this.isShowing = false;

    // Words beside coloured pictures are drawn in the theme's ink.
    if (hasNewTheme) core.imagesLost();
    for (const order of orders) order();
    // The next first page need not wait for the program to look as it was chosen.
    if (hasNewTheme) keep('look', kept('settings') === null ? null : document.documentElement.style.cssText);
    this.visits.settle();
    for (const tell of this.queue.splice(0)) tell();
    this.takeOver(isUnfinished);
    // What is new on the page has no place in it as it was sent.
    if (this.mirror.hasGrown) this.leaveFirstPage();
    this.progress.note(this.mirror.root, this.start === null, this.draws > 0 && !isUnfinished);
    return { hasChanged: hasNewTheme || hasNewNodes || hasNewPicture, isUnfinished };
  }

  /**
   * The elements of the page that was sent are the program's by now. The canvas takes their place once nothing is
   * missing on it, and never under somebody's hands.
   * @param {boolean} isUnfinished
   */
  takeOver(isUnfinished) {
    const { start, painter } = this;
    if (!start || !this.mirror.isInUse) return;
    const isPainted = this.draws > 0 && !isUnfinished;
    if (start.isDrawn && painter && !start.isTouched && this.isSetAsUsual && !isPainted) return;
    this.start = null;
    if (!start.isDrawn) return;
    this.isAsSent = true;
    this.becomePlain();
    if (painter && !start.isTouched && this.isSetAsUsual) this.leaveFirstPage();
    else this.mirror.hasGrown = false;
  }

  /** Whether text has the size and the spacing for which the first page was laid out to the pixel. */
  get isSetAsUsual() {
    const { lineHeight, letter, word } = this.viewport.spacing;
    const { fontSize } = getComputedStyle(document.documentElement);
    return fontSize === '16px' && lineHeight === 1 && letter === 0 && word === 0;
  }

  /** From the page as it was sent to the looks that it has from now on. */
  leaveFirstPage() {
    if (!this.isAsSent) return;
    this.isAsSent = false;
    document.body.classList.remove('start');
    if (!this.isPlainWished) this.becomeFull();
  }

  /** @param {import('./wire.js').WireReader} reader */
  readPage(reader) {
    this.pageHeight = reader.real();
    if (!this.mirror.isPlain) this.element.style.height = `${this.pageHeight}px`;
    if (!reader.flag()) return;
    document.title = reader.text();
    const page = document.documentElement;
    page.lang = reader.text();
    page.dir = reader.flag() ? 'rtl' : 'ltr';
    page.style.setProperty('--sans', sansOf(page.lang));
  }

  /** @param {import('./wire.js').WireReader} reader */
  readLook(reader) {
    if (!reader.flag()) return false;
    const { style } = document.documentElement;
    style.colorScheme = reader.flag() ? 'dark' : 'light';
    style.fontSize = `${reader.real() * 100}%`;
    for (let left = reader.number(); left > 0; --left) {
      const name = reader.text();
      const color = `rgb(${reader.byte()} ${reader.byte()} ${reader.byte()})`;
      style.setProperty(`--${name}`, color);
      if (name === 'ink') this.glyphs.ink = color;
      if (name === 'brand') document.querySelector('meta[name=theme-color]')?.setAttribute('content', color);
    }
    return true;
  }

  /**
   * @param {ReturnType<typeof readPaint>} paint
   * @returns {boolean} whether the next frame may look different
   */
  paint({ hasChanged, lists }) {
    const { painter, paper, viewport, pageHeight } = this;
    if (!painter) return false;
    const bottom = Math.min(paper.bottom, Math.max(pageHeight, viewport.height));
    const hasMoved = painter.place(paper.top, viewport.width, bottom - paper.top, devicePixelRatio);
    if (hasChanged || hasMoved || painter.atlas.isDirty) {
      painter.draw(lists);
      ++this.draws;
    }
    return hasChanged || hasMoved || !paper.reaches(scrollY, viewport.height, pageHeight);
  }

  /** Without the canvas for the rest of the visit. */
  losePainter() {
    this.becomePlain();
    this.spare = null;
  }

  becomePlain() {
    this.spare = this.painter ?? this.spare;
    this.painter = null;
    this.mirror.becomePlain();
    this.element.removeAttribute('style');
    document.body.classList.add('plain');
  }

  /** Back to the canvas, where there is one. */
  becomeFull() {
    if (!this.spare) return;
    this.painter = this.spare;
    this.spare = null;
    this.mirror.isPlain = false;
    document.body.classList.remove('plain');
    this.fact(() => this.core.placesLost());
    // Without their places the elements must not be seen.
    this.frames.finish();
  }

  /**
   * @param {string} path
   * @param {string} fragment
   */
  visited(path, fragment) {
    this.leaveFirstPage();
    this.fact(() => this.core.visited(path, fragment));
  }

  // What the program orders; see orders.js.

  /**
   * @param {string} id
   * @param {import('./fetch.js').Question} question
   */
  async fetch(id, question) {
    const isCase = question.headers.some(([name]) => name === 'Idempotency-Key');
    // A case is kept before it is sent.
    if (isCase) await this.drafts.settledOrRefused();
    const answer = await (isCase ? alone(() => ask(question)) : ask(question));
    this.fact(() => this.core.responded(id, answer));
  }

  /**
   * @param {string} name
   * @param {string | null} text
   */
  keep(name, text) {
    keep(name, text);
    // What cannot be done now is done when the next visit begins.
    if (name === 'shared' && text !== null) this.files.keepNothing().catch(() => {});
  }

  /**
   * @param {string} id
   * @param {import('./vault.js').Ordered} content
   */
  keepDraft(id, content) {
    this.drafts.keep(id, content);
  }

  /** @param {string} id */
  dropDraft(id) {
    this.drafts.drop(id);
  }

  dropAllDrafts() {
    this.drafts.dropAll();
  }

  /** @param {string} id */
  useDraft(id) {
    Drafts.use(id);
  }

  sendWaiting() {
    this.drafts.sendWaiting();
  }

  async takeVersion() {
    if (await this.drafts.settledOrRefused()) this.versions.take();
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  saveFile(name, text) {
    saveFile(name, text);
  }

  printPage() {
    print();
  }

  /**
   * @param {string} url
   * @param {boolean} isNew
   */
  visit(url, isNew) {
    this.visits.visit(url, isNew);
    if (isNew) this.leaveFirstPage();
  }

  /** @param {string} id */
  focus(id) {
    // While the first page waits for its words, the focus is where the person has put it.
    const element = this.mirror.isInUse && document.getElementById(id);
    if (element) focusOn(element);
  }

  /**
   * @param {string} words
   * @param {boolean} isAssertive
   */
  say(words, isAssertive) {
    say(words, isAssertive);
  }

  /** @param {string} text */
  async copy(text) {
    const wentWell = await copy(text);
    this.fact(() => this.core.copied(wentWell));
  }

  /** @param {string} tag */
  async loadLanguage(tag) {
    const language = await this.languages.get(tag).catch(() => null);
    this.fact(() => {
      if (language?.data) this.core.addData(language.data);
      this.core.language(tag, language?.catalogue ?? null);
      for (const [id, kind, payload] of this.start?.tell() ?? []) this.core.event(id, kind, payload);
    });
    // Without any language there is nothing to show.
    if (!language && tag === 'en' && !this.mirror.root.firstElementChild) this.element.dataset.state = 'broken';
  }

  /** @param {boolean} isPlain */
  showPlain(isPlain) {
    this.isPlainWished = isPlain;
    this.leaveFirstPage();
    if (isPlain) this.becomePlain();
    else this.becomeFull();
  }

  /**
   * @param {string} id
   * @param {string} name
   * @param {import('./files.js').Wishes} wishes
   * @param {string} former
   */
  sendFile(id, name, wishes, former) {
    this.files.send(id, name, wishes, former);
  }

  /** @param {string} id */
  dropFile(id) {
    this.files.drop(id).catch(() => {});
  }

  /** @param {string} id */
  leaveFile(id) {
    this.files.leave(id).catch(() => {});
  }

  /**
   * @param {import('./fetch.js').Question} question
   * @param {string} name
   */
  fetchFile(question, name) {
    fetchAs(question, name);
  }

  /** @param {number} at */
  wake(at) {
    clearTimeout(this.wakeTimer);
    const delay = Math.min(Math.max(at - Date.now(), 0), longestTimerMs);
    this.wakeTimer = setTimeout(() => this.fact(() => this.core.woken()), delay);
  }
}
