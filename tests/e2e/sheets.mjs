// The pictures of the documentation: one sheet for each language and theme, with the main screens on a phone, a
// tablet and a wide window; the page of a submission in every language; and the picture of the README; in assets/pictures.
// usage: node tests/e2e/sheets.mjs [WORD…]   only sheets whose names hold every word: "ar dark"; or "languages"
import { mkdirSync, writeFileSync } from 'node:fs';
import { launch, new_visitor } from './support/browser.mjs';
import { Person } from './support/person.mjs';
import { in_repository } from './support/repository.mjs';
import { every_screen } from './support/screens.mjs';
import { Server } from './support/server.mjs';
import { languages, own_name } from './support/words.mjs';

/** @typedef {{ size: 'phone' | 'tablet' | 'wide', width: number, screens: string[] }} Row */

/** How wide each picture is on a sheet, and what is shown. @type {Row[]} */
const rows = [
    {
        size: 'phone',
        width: 190,
        screens: ['/', '/submit', '/submit/place refused', '/submit/check', '/receipt', '/track', '/case with a reply', '/feedback'],
    },
    { size: 'tablet', width: 312, screens: ['/', '/submit', '/receipt', '/case with a reply', '/feedback'] },
    { size: 'wide', width: 393, screens: ['/', '/submit/contact', '/receipt', '/case with a reply'] },
];
const gap = 12;
const themes = [
    { theme: 'light', dark: false, contrast: false },
    { theme: 'dark', dark: true, contrast: false },
    { theme: 'contrast', dark: false, contrast: true },
];
const wanted = process.argv.slice(2);
const folder = in_repository('assets/pictures');

/** @param {import('playwright-core').Browser} browser @param {Server} server
 * @param {{ language: import('./support/words.mjs').Language, dark: boolean, contrast: boolean }} look @param {Row} row
 * @returns {Promise<string[]>} each picture as base64 */
async function photographs(browser, server, look, row) {
    const { context, page } = await new_visitor(browser, { ...look, size: row.size });
    /** @type {Map<string, string>} */
    const pictures = new Map();
    for await (const screen of every_screen(new Person(page, server.url, look.language), server)) {
        if (!row.screens.includes(screen)) continue;
        await page.mouse.move(0, 0);
        await page.evaluate(() => scrollTo(0, 0));
        await page.waitForTimeout(250);
        pictures.set(screen, (await page.screenshot()).toString('base64'));
    }
    await context.close();
    return row.screens.flatMap((screen) => pictures.get(screen) ?? []);
}

/** The page on which a submission begins, on a phone, in every language.
 * @param {import('playwright-core').Browser} browser @param {Server} server @returns {Promise<string[]>} */
async function submit_pages(browser, server) {
    /** @type {string[]} */
    const pictures = [];
    for (const language of Object.keys(own_name)) {
        const { context, page } = await new_visitor(browser, { language, size: 'phone' });
        await new Person(page, server.url, language).opens('/submit');
        await page.waitForTimeout(250);
        pictures.push((await page.screenshot()).toString('base64'));
        await context.close();
    }
    return pictures;
}

/** @param {import('playwright-core').Browser} browser @param {Server} server */
async function keep_languages(browser, server) {
    const in_a_row = 7;
    const pictures = await submit_pages(browser, server);
    const rows = pictures.flatMap((_, at) => (at % in_a_row === 0 ? [{ width: 250, pictures: pictures.slice(at, at + in_a_row) }] : []));
    await keep_sheet(browser, rows, 'gallery/languages');
}

/** Lays pictures out in rows. Runs in an empty page. @param {{ rows: { width: number, pictures: string[] }[], gap: number }} sheet */
async function laid_out({ rows, gap }) {
    /** @param {string} picture */
    const image_of = (picture) => createImageBitmap(new Blob([Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))]));
    const lines = await Promise.all(rows.map(async ({ width, pictures }) => ({ width, images: await Promise.all(pictures.map(image_of)) })));
    const heights = lines.map(({ width, images }) => Math.round((width * images[0].height) / images[0].width));
    const width = Math.max(...lines.map((line) => line.images.length * (line.width + gap) + gap));
    const canvas = new OffscreenCanvas(width, heights.reduce((sum, height) => sum + height + gap, gap));
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.fillStyle = '#8a94a0';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = 'high';
    let y = gap;
    lines.forEach((line, row) => {
        line.images.forEach((image, at) => context.drawImage(image, gap + at * (line.width + gap), y, line.width, heights[row]));
        y += heights[row] + gap;
    });
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })).arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
}

/** @param {import('playwright-core').Browser} browser @param {{ width: number, pictures: string[] }[]} rows @param {string} name */
async function keep_sheet(browser, rows, name) {
    const page = await browser.newPage();
    const picture = Buffer.from(await page.evaluate(laid_out, { rows, gap }), 'base64');
    await page.close();
    writeFileSync(`${folder}/${name}.webp`, picture);
    console.log(`${name}.webp, ${Math.round(picture.length / 1000)} kB`);
}

const server = await Server.start();
const browser = await launch();
try {
    mkdirSync(`${folder}/gallery`, { recursive: true });
    /** @type {string[]} */
    const homes = [];
    for (const language of languages) {
        for (const { theme, ...look } of themes) {
            const name = `${language}-${theme}`;
            if (!wanted.every((word) => name.endsWith(word) || name.startsWith(word))) continue;
            const sheet = [];
            for (const row of rows) sheet.push({ width: row.width, pictures: await photographs(browser, server, { language, ...look }, row) });
            await keep_sheet(browser, sheet, `gallery/${name}`);
            if (theme === 'light') homes.push(sheet[0].pictures[0]);
        }
    }
    if (wanted.length === 0 || wanted.includes('languages')) await keep_languages(browser, server);
    if (homes.length === languages.length) await keep_sheet(browser, [{ width: 300, pictures: homes }], 'portal');
} finally {
    await browser.close();
    await server.stop();
}
