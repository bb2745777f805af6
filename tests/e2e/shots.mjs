// Pictures of every screen in every language, on a phone, a tablet and a wide window, light, dark and in high contrast, in
// build/shots.
// usage: node tests/e2e/shots.mjs [WORD…]   only pictures whose names hold every word: "ar phone dark"
import { mkdirSync } from 'node:fs';
import { launch, new_visitor } from './support/browser.mjs';
import { Person } from './support/person.mjs';
import { in_repository } from './support/repository.mjs';
import { every_screen } from './support/screens.mjs';
import { Server } from './support/server.mjs';
import { languages } from './support/words.mjs';

const wanted = process.argv.slice(2);
const sizes = /** @type {const} */ (['phone', 'tablet', 'wide']);
const themes = /** @type {const} */ ([
    { theme: 'light', dark: false, contrast: false },
    { theme: 'dark', dark: true, contrast: false },
    { theme: 'contrast', dark: false, contrast: true },
]);
const looks = languages.flatMap((language) => sizes.flatMap((size) => themes.map((theme) => ({ language, size, ...theme }))));

/** @param {{language: string, size: string, theme: string}} look */
const name_of = ({ language, size, theme }) => `${language}-${size}-${theme}`;

/** The window is made as tall as the page, because only what is near the window is painted.
 * @param {import('playwright-core').Page} page @param {string} path */
async function photograph_whole(page, path) {
    const window = page.viewportSize() ?? { width: 0, height: 0 };
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ ...window, height: Math.max(height, window.height) });
    await page.waitForTimeout(200);
    await page.screenshot({ path });
    await page.setViewportSize(window);
}

/** @param {import('playwright-core').Browser} browser @param {Server} server @param {typeof looks[number]} look */
async function photograph(browser, server, look) {
    const folder = in_repository(`build/shots/${name_of(look)}`);
    mkdirSync(folder, { recursive: true });
    const { context, page, problems } = await new_visitor(browser, look);
    let count = 0;
    for await (const screen of every_screen(new Person(page, server.url, look.language), server)) {
        count += 1;
        const name = `${String(count).padStart(2, '0')}${screen.replace(/[^a-z]+/g, '-').replace(/-$/, '')}`;
        await photograph_whole(page, `${folder}/${name}.png`);
    }
    await context.close();
    console.log(`${count} pictures in ${folder}`, ...problems);
}

const server = await Server.start();
const browser = await launch();
try {
    for (const look of looks.filter((each) => wanted.every((word) => name_of(each).split(/-(?=phone|tablet|wide|light|dark|contrast)/).includes(word)))) {
        await photograph(browser, server, look);
    }
} finally {
    await browser.close();
    await server.stop();
}
