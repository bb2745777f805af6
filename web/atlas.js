/** Of every page, in device pixels; text_engine.cpp knows it too, for the white block. */
const pageWidth = 2048;
const pageHeight = 1024;
const whiteSize = 8;

/**
 * @typedef {object} Page
 * @property {WebGLTexture | null} texture
 * @property {boolean} isColoured
 * @property {number} x where the next run goes
 * @property {number} y top of the shelf that is being filled
 * @property {number} shelfHeight
 */

/** Pages of drawn runs on the graphics card. They only grow, and are dropped as a whole. */
export class Atlas {
  /** @param {WebGLRenderingContext} gl */
  constructor(gl) {
    this.gl = gl;
    /** @type {Page[]} */
    this.pages = [];
    /** Something was drawn since this was last set to false. */
    this.isDirty = false;
    this.addPage(false);
  }

  get widest() {
    return pageWidth;
  }

  drop() {
    for (const page of this.pages) this.gl.deleteTexture(page.texture);
    this.pages = [];
    this.addPage(false);
  }

  /**
   * White runs need half the memory and time of coloured ones.
   * @param {boolean} isColoured
   */
  addPage(isColoured) {
    const gl = this.gl;
    const format = isColoured ? gl.RGBA : gl.LUMINANCE_ALPHA;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, 1);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.texImage2D(gl.TEXTURE_2D, 0, format, pageWidth, pageHeight, 0, format, gl.UNSIGNED_BYTE, null);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    const white = new Uint8Array(whiteSize * whiteSize * (isColoured ? 4 : 2)).fill(255);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, whiteSize, whiteSize, format, gl.UNSIGNED_BYTE, white);
    /** @type {Page} */
    const page = { texture, isColoured, x: whiteSize + 1, y: 0, shelfHeight: whiteSize + 1 };
    this.pages.push(page);
    return page;
  }

  /**
   * Makes room on a page's shelf, if it has any.
   * @param {Page} page
   * @param {number} width
   * @param {number} height
   */
  reserve(page, width, height) {
    if (page.x + width > pageWidth) {
      page.y += page.shelfHeight + 1;
      page.x = 0;
      page.shelfHeight = 0;
    }
    if (page.y + height > pageHeight) return null;
    const place = { x: page.x, y: page.y };
    page.x += width + 1;
    page.shelfHeight = Math.max(page.shelfHeight, height);
    return place;
  }

  /**
   * @param {HTMLCanvasElement} canvas holds the run and nothing else
   * @param {boolean} isColoured
   */
  add(canvas, isColoured) {
    const { width, height } = canvas;
    let page = this.pages.filter((candidate) => candidate.isColoured === isColoured).pop() ?? this.addPage(isColoured);
    let place = this.reserve(page, width, height);
    if (!place) {
      page = this.addPage(isColoured);
      place = this.reserve(page, width, height) ?? { x: 0, y: 0 };
    }
    const gl = this.gl;
    gl.bindTexture(gl.TEXTURE_2D, page.texture);
    const format = isColoured ? gl.RGBA : gl.LUMINANCE_ALPHA;
    gl.texSubImage2D(gl.TEXTURE_2D, 0, place.x, place.y, format, gl.UNSIGNED_BYTE, canvas);
    this.isDirty = true;
    return {
      page: this.pages.indexOf(page),
      u: place.x / pageWidth,
      v: place.y / pageHeight,
      uWidth: width / pageWidth,
      vHeight: height / pageHeight,
    };
  }

  /** @param {number} number */
  textureOf(number) {
    return (this.pages[number] ?? this.pages[0]).texture;
  }
}
