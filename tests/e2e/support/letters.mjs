// Whether what a person reads has pictures, and not the boxes that stand for missing letters.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch_with_fonts } from './browser.mjs';
import { in_repository } from './repository.mjs';

/** @typedef {import('playwright-core').Page} Page */

const latin = 'tools/node_modules/@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2';

/** A browser on a machine that can write the languages of western Europe and no other. */
export async function launch_with_latin_alone() {
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-fonts-'));
    copyFileSync(in_repository(latin), join(folder, 'latin.woff2'));
    // Chromium takes fonts of the system only as they are installed.
    execFileSync('woff2_decompress', [join(folder, 'latin.woff2')]);
    rmSync(join(folder, 'latin.woff2'));
    const browser = await launch_with_fonts(folder);
    browser.once('disconnected', () => rmSync(folder, { recursive: true, force: true }));
    return browser;
}

/** Those letters whose picture, in the page's own fonts, is the one of no letter. Runs in the page.
 * @param {string} letters */
export function letters_without_picture(letters) {
    const side = 24;
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 2 * side;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
    context.font = `${side}px ${getComputedStyle(document.body).fontFamily}`;
    context.textBaseline = 'middle';
    /** @param {string} letter */
    const picture_of = (letter) => {
        context.clearRect(0, 0, 2 * side, 2 * side);
        context.fillText(letter, side / 2, side);
        return String(context.getImageData(0, 0, 2 * side, 2 * side).data);
    };
    const none = picture_of('\uFDD0');
    return [...letters].filter((letter) => picture_of(letter) === none).join('');
}

/** How each letter is drawn with the page's own fonts, or the system's where it has none; what no font has shows its
 * number in Firefox. Runs in the page.
 * @param {string} letters @returns {string[]} */
export function pictures_of(letters) {
    const side = 24;
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 2 * side;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
    context.font = `${side}px system-ui, ${getComputedStyle(document.body).fontFamily}`;
    context.textBaseline = 'middle';
    return [...letters].map((letter) => {
        context.clearRect(0, 0, 2 * side, 2 * side);
        context.fillText(letter, side / 2, side);
        return String(context.getImageData(0, 0, 2 * side, 2 * side).data);
    });
}

/** @typedef {{ text: string, look: Record<string, unknown>, width: number, height: number, x: number, y: number, picture: number }} Run */

/** Runs in the page before anything of the portal does: keeps how each run of text was drawn last. */
function keep_runs() {
    const looks = ['lang', 'font', 'direction', 'letterSpacing', 'wordSpacing', 'textAlign', 'textBaseline', 'fillStyle'];
    const { fillText: fill_text } = CanvasRenderingContext2D.prototype;
    /** @type {Map<string, Run>} */
    const runs = new Map();
    /** @param {any} context @param {string} text @param {number} x @param {number} y @returns {Run} */
    const drawn = (context, text, x, y) => {
        fill_text.call(context, text, x, y);
        const { width, height } = context.canvas;
        const { data } = context.getImageData(0, 0, width, height);
        const picture = data.reduce((/** @type {number} */ sum, /** @type {number} */ value) => (sum * 31 + value) % 1_000_000_007, 7);
        return { text, look: Object.fromEntries(looks.map((name) => [name, context[name]])), width, height, x, y, picture };
    };
    Object.assign(CanvasRenderingContext2D.prototype, {
        /** @this {CanvasRenderingContext2D} @param {string} text @param {number} x @param {number} y */
        fillText(text, x, y) {
            const run = drawn(this, text, x, y);
            runs.set(JSON.stringify([text, run.look]), run);
        },
    });
    // All runs are drawn again after their pages were dropped.
    const { deleteTexture: delete_texture } = WebGLRenderingContext.prototype;
    Object.assign(WebGLRenderingContext.prototype, {
        /** @this {WebGLRenderingContext} @param {WebGLTexture | null} texture */
        deleteTexture(texture) {
            runs.clear();
            delete_texture.call(this, texture);
        },
    });
    /** Those that would look otherwise now. */
    const old_runs = () => {
        const words = /** @type {HTMLElement} */ (document.getElementById('mirror')).textContent ?? '';
        const shown = [...runs.values()].filter(({ text }) => words.includes(text));
        const old = shown.filter(({ text, look, width, height, x, y, picture }) => {
            const canvas = Object.assign(document.createElement('canvas'), { width, height, lang: look.lang });
            const context = canvas.getContext('2d', { willReadFrequently: true });
            return drawn(Object.assign(/** @type {any} */ (context), look), text, x, y).picture !== picture;
        });
        return { count: shown.length, old: old.map(({ text }) => text) };
    };
    Object.assign(globalThis, { old_runs });
}

/** Before the first page is opened. @param {Page} page */
export const watch_runs = (page) => page.addInitScript(keep_runs);

/** The runs of text that the canvas shows as they were drawn before their fonts had come, and how many it shows.
 * @param {Page} page @returns {Promise<{ count: number, old: string[] }>} */
export const old_runs = (page) => page.evaluate(() => Reflect.get(globalThis, 'old_runs')());
