const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Reads what the program's WireWriter wrote, value by value. */
export class WireReader {
  /**
   * @param {ArrayBufferLike} memory
   * @param {number} at
   * @param {string[]} words what the other side has taught so far; grows
   */
  constructor(memory, at, words) {
    this.view = new DataView(memory);
    this.bytes = new Uint8Array(memory);
    this.at = at;
    this.words = words;
  }

  byte() {
    return this.view.getUint8(this.at++);
  }

  flag() {
    return this.byte() !== 0;
  }

  number() {
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  real() {
    this.at += 4;
    return this.view.getFloat32(this.at - 4, true);
  }

  moment() {
    this.at += 8;
    return this.view.getFloat64(this.at - 8, true);
  }

  text() {
    const size = this.number();
    this.at += size;
    return size === 0 ? '' : decoder.decode(this.bytes.subarray(this.at - size, this.at));
  }

  word() {
    const number = this.number();
    if (number === this.words.length) this.words.push(this.text());
    return this.words[number];
  }
}

/** Writes what the program's WireReader reads. */
export class WireWriter {
  constructor() {
    /** @type {Uint8Array<ArrayBuffer>} */
    this.bytes = new Uint8Array(256);
    this.view = new DataView(this.bytes.buffer);
    this.size = 0;
  }

  /**
   * Room for so many bytes more. It may move all that was written, so ask before touching view or bytes.
   * @param {number} more
   * @returns {number} where it is
   */
  room(more) {
    const at = this.size;
    this.size += more;
    if (this.size > this.bytes.length) {
      const larger = new Uint8Array(2 * this.size);
      larger.set(this.bytes);
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    }
    return at;
  }

  /** @param {number} value */
  byte(value) {
    const at = this.room(1);
    this.view.setUint8(at, value);
    return this;
  }

  /** @param {boolean} value */
  flag(value) {
    return this.byte(value ? 1 : 0);
  }

  /** @param {number} value */
  number(value) {
    const at = this.room(4);
    this.view.setUint32(at, value, true);
    return this;
  }

  /** @param {number} value */
  real(value) {
    const at = this.room(4);
    this.view.setFloat32(at, value, true);
    return this;
  }

  /** @param {number} value */
  moment(value) {
    const at = this.room(8);
    this.view.setFloat64(at, value, true);
    return this;
  }

  /** @param {string} value */
  text(value) {
    const encoded = encoder.encode(value);
    this.number(encoded.length);
    const at = this.room(encoded.length);
    this.bytes.set(encoded, at);
    return this;
  }

  /**
   * Whether there is a text, and the text.
   * @param {string | null} value
   */
  optional(value) {
    return this.flag(value !== null).text(value ?? '');
  }

  written() {
    return this.bytes.subarray(0, this.size);
  }
}
