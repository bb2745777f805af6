import { WireReader, WireWriter } from './wire.js';

/**
 * @typedef {object} Move how a file fares
 * @property {string} id
 * @property {number} status
 * @property {number} share what has arrived, 0 … 1
 * @property {number} bytes
 * @property {string} type
 * @property {boolean} hasMetadata the person can choose whether they are sent
 * @property {boolean} keepsMetadata
 */

/**
 * The exports of the Wasm program that the shell calls.
 * @typedef {object} Program
 * @property {WebAssembly.Memory} [wasmMemory]
 * @property {Uint8Array} HEAPU8
 * @property {(size: number) => number} _huiyin_buffer
 * @property {(size: number) => number} _huiyin_room
 * @property {(address: number, size: number) => number} _huiyin_add_data
 * @property {(size: number) => void} _huiyin_start
 * @property {(size: number) => void} _huiyin_event
 * @property {(size: number) => void} _huiyin_response
 * @property {(size: number) => void} _huiyin_visited
 * @property {(size: number) => void} _huiyin_language
 * @property {(size: number) => void} _huiyin_file
 * @property {(wentWell: number) => void} _huiyin_copied
 * @property {(now: number) => void} _huiyin_woken
 * @property {(size: number) => void} _huiyin_drafts
 * @property {() => void} _huiyin_drafts_refused
 * @property {(isShared: number) => void} _huiyin_sharing
 * @property {(isOnline: number) => void} _huiyin_connection
 * @property {() => void} _huiyin_version_ready
 * @property {() => void} _huiyin_fonts_changed
 * @property {() => void} _huiyin_images_lost
 * @property {() => void} _huiyin_places_lost
 * @property {(size: number) => number} _huiyin_frame
 */

/** Kinds of event, in the order of ui::EventKind. */
export const EventKind = { Click: 0, Input: 1, Change: 2, Focus: 3, Blur: 4, Dismiss: 5 };

/**
 * @param {WireWriter} writer
 * @param {import('./fetch.js').Answer} answer
 */
function writeAnswer(writer, { status, headers, body }) {
  writer.number(status).number(headers.length);
  for (const [name, value] of headers) writer.text(name).text(value);
  writer.text(body);
}

/**
 * @param {WireWriter} writer
 * @param {import('./drafts.js').Draft[]} drafts
 */
function writeDrafts(writer, drafts) {
  writer.number(drafts.length);
  for (const { id, text, isWaiting, answer } of drafts) {
    writer.text(id).text(text).flag(isWaiting).flag(answer !== null);
    if (answer) writeAnswer(writer, answer);
  }
}

/** The C++ program behind its exports: facts go in, frames come out. */
export class Core {
  /** @param {Program} program */
  constructor(program) {
    this.program = program;
    /** @type {string[]} */
    this.words = [];
  }

  /**
   * Copies what was written into the program's buffer.
   * @param {WireWriter} writer
   * @returns {number} its size
   */
  send(writer) {
    const address = this.program._huiyin_buffer(writer.size);
    this.program.HEAPU8.set(writer.written(), address);
    return writer.size;
  }

  /** @param {ArrayBuffer} data */
  addData(data) {
    const address = this.program._huiyin_room(data.byteLength);
    this.program.HEAPU8.set(new Uint8Array(data), address);
    if (!this.program._huiyin_add_data(address, data.byteLength)) throw new Error('A language package is broken');
  }

  /**
   * @param {{ path: string, fragment: string, languages: readonly string[], keptLanguage: string | null,
   *   keptSettings: string | null, keptShared: string | null, drafts: import('./drafts.js').Draft[], usedDraft: string,
   *   keepsDrafts: boolean, isOnline: boolean, hasCamera: boolean, randomHex: string }} start
   */
  start(start) {
    const writer = new WireWriter().text(start.path).text(start.fragment).number(start.languages.length);
    for (const language of start.languages) writer.text(language);
    writer.optional(start.keptLanguage).optional(start.keptSettings).optional(start.keptShared);
    writeDrafts(writer, start.drafts);
    writer.text(start.usedDraft).flag(start.keepsDrafts).flag(start.isOnline).flag(start.hasCamera);
    writer.moment(Date.now()).text(start.randomHex);
    this.program._huiyin_start(this.send(writer));
  }

  /**
   * @param {string} id
   * @param {number} kind
   * @param {string} payload
   */
  event(id, kind, payload) {
    this.program._huiyin_event(this.send(new WireWriter().text(id).byte(kind).text(payload)));
  }

  /**
   * @param {string} id
   * @param {{ status: number, headers: [string, string][], body: string }} response
   */
  responded(id, response) {
    const writer = new WireWriter().text(id);
    writeAnswer(writer, response);
    this.program._huiyin_response(this.send(writer));
  }

  /** @param {import('./drafts.js').Draft[]} drafts */
  draftsChanged(drafts) {
    const writer = new WireWriter();
    writeDrafts(writer, drafts);
    this.program._huiyin_drafts(this.send(writer));
  }

  draftsRefused() {
    this.program._huiyin_drafts_refused();
  }

  /** @param {boolean} isShared */
  sharingChanged(isShared) {
    this.program._huiyin_sharing(isShared ? 1 : 0);
  }

  /** @param {boolean} isOnline */
  connectionChanged(isOnline) {
    this.program._huiyin_connection(isOnline ? 1 : 0);
  }

  versionReady() {
    this.program._huiyin_version_ready();
  }

  /**
   * @param {string} path
   * @param {string} fragment
   */
  visited(path, fragment) {
    this.program._huiyin_visited(this.send(new WireWriter().text(path).text(fragment)));
  }

  /**
   * @param {string} tag
   * @param {string | null} catalogue nothing when it could not be had
   */
  language(tag, catalogue) {
    this.program._huiyin_language(this.send(new WireWriter().text(tag).optional(catalogue)));
  }

  /** @param {Move} move */
  fileMoved({ id, status, share, bytes, type, hasMetadata, keepsMetadata }) {
    const writer = new WireWriter().text(id).byte(status).real(share).number(bytes).text(type);
    writer.flag(hasMetadata).flag(keepsMetadata);
    this.program._huiyin_file(this.send(writer));
  }

  /** @param {boolean} wentWell */
  copied(wentWell) {
    this.program._huiyin_copied(wentWell ? 1 : 0);
  }

  woken() {
    this.program._huiyin_woken(Date.now());
  }

  fontsChanged() {
    this.program._huiyin_fonts_changed();
  }

  /** The elements have lost their places and the looks of their texts. */
  placesLost() {
    this.program._huiyin_places_lost();
  }

  imagesLost() {
    this.program._huiyin_images_lost();
  }

  /** @param {import('./viewport.js').FrameInput} input */
  frame(input) {
    const writer = new WireWriter();
    writer.real(input.width).real(input.height).real(input.paintTop).real(input.paintBottom);
    writer.real(input.viewTop).real(input.devicePixelRatio);
    writer.flag(input.look.isDark).flag(input.look.wantsContrast).flag(input.look.isForced);
    for (const channel of input.look.colors) writer.byte(channel);
    writer.real(input.look.textScale);
    writer.real(input.spacing.lineHeight).real(input.spacing.letter).real(input.spacing.word);
    writer.real(input.pointer.x).real(input.pointer.y).flag(input.pointer.isDown).moment(Date.now());
    const address = this.program._huiyin_frame(this.send(writer));
    return new WireReader(this.program.HEAPU8.buffer, address, this.words);
  }
}
