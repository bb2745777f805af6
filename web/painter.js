import { Atlas } from './atlas.js';
import { wholeStep } from './whole_step.js';

/**
 * One draw call; the clip rectangle in CSS pixels of the document.
 * @typedef {object} Command
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 * @property {number} page
 * @property {number} indexOffset
 * @property {number} indexCount
 * @property {number} vertexOffset
 *
 * @typedef {{ vertices: Uint8Array<ArrayBuffer>, indices: Uint8Array<ArrayBuffer>, commands: Command[] }} PaintList
 */

const vertexBytes = 20;
const uvOffset = 8;
const colourOffset = 16;
const indexBytes = 2;
/** Graphics cards of older phones have no larger pictures. */
export const tallestCanvas = 4096;

const vertexShader = `
attribute vec2 position;
attribute vec2 uv;
attribute vec4 colour;
uniform vec4 page;
varying mediump vec2 place;
varying lowp vec4 tint;
void main() {
  place = uv;
  tint = vec4(colour.rgb * colour.a, colour.a);
  gl_Position = vec4(position * page.xy + page.zw, 0.0, 1.0);
}`;

// Pages are premultiplied, white runs are (a, a): one product serves text, shapes and pictures.
const fragmentShader = `
precision mediump float;
uniform sampler2D atlas;
varying mediump vec2 place;
varying lowp vec4 tint;
void main() {
  gl_FragColor = tint * texture2D(atlas, place);
}`;

/**
 * @param {WebGLRenderingContext} gl
 * @param {number} type
 * @param {string} source
 */
function shader(gl, type, source) {
  const made = /** @type {WebGLShader} */ (gl.createShader(type));
  gl.shaderSource(made, source);
  gl.compileShader(made);
  return made;
}

/** Draws the program's triangles with WebGL; asks the graphics card nothing while drawing. */
export class Painter {
  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
    const gl = canvas.getContext('webgl', { antialias: false, depth: false, stencil: false, alpha: true });
    if (!gl) throw new Error('No WebGL');
    this.gl = gl;
    /** Of the canvas on the page, in CSS pixels. */
    this.top = 0;
    /** Device pixels to a CSS pixel. */
    this.scale = 1;
    this.prepare();
    this.atlas = new Atlas(gl);
  }

  /** Makes anew what lived on the graphics card before it was lost. */
  restore() {
    this.prepare();
    this.atlas = new Atlas(this.gl);
  }

  prepare() {
    const gl = this.gl;
    const program = gl.createProgram();
    gl.attachShader(program, shader(gl, gl.VERTEX_SHADER, vertexShader));
    gl.attachShader(program, shader(gl, gl.FRAGMENT_SHADER, fragmentShader));
    ['position', 'uv', 'colour'].forEach((name, place) => gl.bindAttribLocation(program, place, name));
    gl.linkProgram(program);
    gl.useProgram(program);
    this.page = gl.getUniformLocation(program, 'page');
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    for (const place of [0, 1, 2]) gl.enableVertexAttribArray(place);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.enable(gl.SCISSOR_TEST);
  }

  /**
   * Lays the canvas over a part of the page.
   * @param {number} top CSS pixels
   * @param {number} width CSS pixels
   * @param {number} height CSS pixels
   * @param {number} scale device pixels to a CSS pixel
   * @returns {boolean} whether it must be drawn again
   */
  place(top, width, height, scale) {
    const canvas = this.canvas;
    const step = wholeStep(scale);
    const [pixelsWide, pixelsTall] = [width, height].map((length) => Math.round(Math.ceil(length / step) * step * scale));
    const hasMoved = this.top !== top;
    const hasNewSize = canvas.width !== pixelsWide || canvas.height !== pixelsTall;
    if (hasMoved) canvas.style.top = `${top}px`;
    if (hasNewSize) {
      canvas.width = pixelsWide;
      canvas.height = pixelsTall;
      canvas.style.width = `${pixelsWide / scale}px`;
      canvas.style.height = `${pixelsTall / scale}px`;
    }
    this.top = top;
    this.scale = scale;
    return hasMoved || hasNewSize;
  }

  /** @param {PaintList[]} lists */
  draw(lists) {
    const { gl, canvas, scale, top } = this;
    gl.viewport(0, 0, canvas.width, canvas.height);
    gl.scissor(0, 0, canvas.width, canvas.height);
    gl.clear(gl.COLOR_BUFFER_BIT);
    const [perX, perY] = [(2 * scale) / canvas.width, (-2 * scale) / canvas.height];
    gl.uniform4f(this.page ?? null, perX, perY, -1, 1 - perY * top);
    for (const list of lists) this.drawList(list);
    this.atlas.isDirty = false;
  }

  /** @param {PaintList} list */
  drawList({ vertices, indices, commands }) {
    const gl = this.gl;
    gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.STREAM_DRAW);
    for (const command of commands) {
      const start = command.vertexOffset * vertexBytes;
      gl.vertexAttribPointer(0, 2, gl.FLOAT, false, vertexBytes, start);
      gl.vertexAttribPointer(1, 2, gl.FLOAT, false, vertexBytes, start + uvOffset);
      gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, vertexBytes, start + colourOffset);
      gl.bindTexture(gl.TEXTURE_2D, this.atlas.textureOf(command.page));
      this.clip(command);
      gl.drawElements(gl.TRIANGLES, command.indexCount, gl.UNSIGNED_SHORT, command.indexOffset * indexBytes);
    }
  }

  /** @param {Command} command */
  clip({ x, y, width, height }) {
    const { gl, canvas, scale, top } = this;
    const edge = (/** @type {number} */ value, /** @type {number} */ most) =>
      Math.min(Math.max(Math.round(value * scale), 0), most);
    const left = edge(x, canvas.width);
    const upper = edge(y - top, canvas.height);
    const lower = edge(y + height - top, canvas.height);
    gl.scissor(left, canvas.height - lower, edge(x + width, canvas.width) - left, lower - upper);
  }
}

/**
 * Reads the paint section of a frame; the triangles stay in the program's memory.
 * @param {import('./wire.js').WireReader} reader
 */
export function readPaint(reader) {
  const hasChanged = reader.flag();
  /** @type {PaintList[]} */
  const lists = [];
  for (let left = reader.number(); left > 0; --left) lists.push(readList(reader));
  return { hasChanged, lists };
}

/**
 * @param {import('./wire.js').WireReader} reader
 * @returns {PaintList}
 */
function readList(reader) {
  const memory = /** @type {ArrayBuffer} */ (reader.view.buffer);
  const vertices = new Uint8Array(memory, reader.number(), reader.number() * vertexBytes);
  const indices = new Uint8Array(memory, reader.number(), reader.number() * indexBytes);
  /** @type {Command[]} */
  const commands = [];
  for (let left = reader.number(); left > 0; --left)
    commands.push({
      x: reader.real(),
      y: reader.real(),
      width: reader.real(),
      height: reader.real(),
      page: reader.number(),
      indexOffset: reader.number(),
      indexCount: reader.number(),
      vertexOffset: reader.number(),
    });
  return { vertices, indices, commands };
}
