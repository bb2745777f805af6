const decoder = new TextDecoder();

/**
 * What the program calls while it lays out and paints: web/host.h. Numbers go by value, texts and results by address
 * in the program's memory.
 */
export class TextHost {
  /**
   * @param {import('./glyphs.js').Glyphs} glyphs
   * @param {import('./painter.js').Painter | null} painter nothing in plain mode
   * @param {import('./letters.js').Letters} letters
   */
  constructor(glyphs, painter, letters) {
    this.glyphs = glyphs;
    this.painter = painter;
    this.letters = letters;
    /** Set once the program is there. @type {import('./core.js').Program | null} */
    this.program = null;
  }

  get memory() {
    return /** @type {import('./core.js').Program} */ (this.program).HEAPU8;
  }

  /**
   * @param {number} address
   * @param {number} size
   */
  text(address, size) {
    return decoder.decode(this.memory.subarray(address, address + size));
  }

  /**
   * @param {number} address
   * @param {number[]} values
   */
  write(address, values) {
    new Float32Array(this.memory.buffer, address, values.length).set(values);
  }

  /**
   * @param {number} number
   * @param {number} size
   * @param {number} weight
   * @param {number} isMono
   * @param {number} lang
   * @param {number} langSize
   * @param {number} isRightToLeft
   * @param {number} letterSpacing
   * @param {number} wordSpacing
   */
  style(number, size, weight, isMono, lang, langSize, isRightToLeft, letterSpacing, wordSpacing) {
    this.glyphs.learn(number, {
      size,
      weight,
      isMono: isMono !== 0,
      lang: this.text(lang, langSize),
      direction: isRightToLeft ? 'rtl' : 'ltr',
      letterSpacing,
      wordSpacing,
    });
  }

  /**
   * @param {number} style
   * @param {number} run
   * @param {number} size
   */
  width(style, run, size) {
    const words = this.text(run, size);
    this.letters.meet(words, this.glyphs.styles[style].lang);
    return this.glyphs.width(style, words);
  }

  /**
   * @param {number} style
   * @param {number} out
   */
  metrics(style, out) {
    const { ascent, descent } = this.glyphs.metrics(style);
    this.write(out, [ascent, descent]);
  }

  /**
   * @param {number} style
   * @param {number} run
   * @param {number} size
   * @param {number} out page, uv, box, whether it is coloured
   */
  draw(style, run, size, out) {
    if (!this.painter) return this.write(out, new Array(10).fill(0));
    const { atlas } = this.painter;
    const drawing = this.glyphs.draw(style, this.text(run, size), devicePixelRatio, atlas.widest);
    const { page, u, v, uWidth, vHeight } = atlas.add(this.glyphs.pen.canvas, drawing.isColoured);
    const { left, top, width, height, scale, isColoured } = drawing;
    const box = [left / scale, top / scale, width / scale, height / scale];
    this.write(out, [page, u, v, uWidth, vHeight, ...box, isColoured ? 1 : 0]);
  }

  pages() {
    return this.painter?.atlas.pages.length ?? 0;
  }

  dropPages() {
    this.painter?.atlas.drop();
  }
}
