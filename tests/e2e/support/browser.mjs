// Chromium as a resident has it: on a phone, on a desktop, and with a watch on everything that goes wrong.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open_display } from './display.mjs';
import { patience_ms } from './person.mjs';
import { chromium_program, firefox_program, from_npm } from './repository.mjs';

/** @type {typeof import('playwright-core')} */
const { chromium, firefox } = from_npm('playwright-core');

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Browser} Browser */

/** For a browser's first start on a machine that does other work beside it. */
const launch_ms = 120_000;

const flags = [
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];

/** @type {Record<'phone' | 'tablet' | 'kiosk' | 'desktop' | 'wide' | 'narrow', import('playwright-core').BrowserContextOptions>} */
export const sizes = {
    phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    tablet: { viewport: { width: 768, height: 1024 }, deviceScaleFactor: 2, hasTouch: true },
    kiosk: { viewport: { width: 1080, height: 1920 }, deviceScaleFactor: 1, hasTouch: true },
    wide: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
    desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
    // 1280 CSS pixels at 400 % (WCAG 1.4.10).
    narrow: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 1 },
};

/** @typedef {keyof typeof sizes} Size */

/** What a browser says that speaks a language, if that is not its tag. @type {Record<string, string>} */
const locales = { en: 'en-GB', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', ar: 'ar-EG' };

/** @param {string[]} more flags */
export function launch(...more) {
    return chromium.launch({ executablePath: chromium_program, args: [...flags, ...more], timeout: launch_ms });
}

/** A browser that keeps what it is told to keep, in a folder. @param {string} folder @param {Size} size */
export function launch_kept(folder, size) {
    return chromium.launchPersistentContext(folder, {
        executablePath: chromium_program,
        args: flags,
        ...sizes[size],
        locale: locales.en,
        reducedMotion: 'reduce',
    });
}

/** A browser on a machine that has the fonts of one folder and no others.
 * @param {string} fonts */
export function launch_with_fonts(fonts) {
    const config = join(fonts, 'fonts.conf');
    writeFileSync(config, `<fontconfig><dir>${fonts}</dir><cachedir>${join(fonts, 'cache')}</cachedir></fontconfig>`);
    return chromium.launch({ executablePath: chromium_program, args: flags, env: { ...process.env, FONTCONFIG_FILE: config } });
}

/** Firefox with one font of the system's, the one for Latin: its pages may read fonts in no other place. */
export async function launch_firefox_with_latin_alone() {
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-fonts-'));
    const config = join(folder, 'fonts.conf');
    const one = '<rejectfont><glob>*.tt?</glob></rejectfont><acceptfont><glob>*/NotoSans-Regular.ttf</glob></acceptfont>';
    writeFileSync(config, `<fontconfig><dir>/usr/share/fonts/truetype/noto</dir><cachedir>${join(folder, 'cache')}</cachedir><selectfont>${one}</selectfont></fontconfig>`);
    const browser = await launch_firefox({ FONTCONFIG_FILE: config });
    browser.once('disconnected', () => rmSync(folder, { recursive: true, force: true }));
    return browser;
}

/** A browser without WebGL. */
export const launch_without_webgl = () => launch('--disable-gpu', '--disable-3d-apis');

/** The system's own Firefox with WebGL, driven by WebDriver BiDi. @param {Record<string, string>} [environment] besides the usual one */
export async function launch_firefox(environment = {}) {
    const display = await open_display();
    const browser = await firefox.launch({
        channel: 'moz-firefox',
        executablePath: firefox_program,
        timeout: launch_ms,
        headless: false,
        env: { ...process.env, ...environment, DISPLAY: display.name },
        // The graphics card is software here.
        firefoxUserPrefs: { 'webgl.force-enabled': true },
    });
    browser.once('disconnected', () => display.close());
    return browser;
}

/** @param {Page} page @param {string[]} problems */
function watch(page, problems) {
    page.on('console', (said) => {
        if (said.type() === 'error' || /Content Security Policy/i.test(said.text())) problems.push(said.text());
    });
    page.on('pageerror', (error) => problems.push(`page error: ${error.stack ?? error.message}`));
    page.on('crash', () => problems.push('the page crashed'));
}

/** Runs in the page before anything of the portal does. */
function tell_violations() {
    addEventListener('securitypolicyviolation', (event) => {
        console.error(`CSP violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
}

/** @typedef {object} Visit
 * @property {Size} [size]
 * @property {number} [ratio] points to a pixel, where it is not the size's own
 * @property {import('./words.mjs').Language} [language] what the browser asks for
 * @property {boolean} [dark]
 * @property {boolean} [contrast] more of it than usual
 * @property {boolean} [works_offline] with the service worker, past which no test looks at what is fetched
 * @property {(page: Page) => Promise<unknown>} [before] runs before the first page is opened
 */

/** A new visitor: nothing kept from before. The problems grow as they happen.
 * @param {Browser} browser @param {Visit} visit */
export async function new_visitor(browser, { size = 'desktop', ratio = sizes[size].deviceScaleFactor, language = 'en', dark = false, contrast = false, works_offline = false, before } = {}) {
    const context = await browser.newContext({
        ...sizes[size],
        deviceScaleFactor: ratio,
        locale: locales[language] ?? language,
        timezoneId: 'Asia/Shanghai',
        colorScheme: dark ? 'dark' : 'light',
        contrast: contrast ? 'more' : 'no-preference',
        reducedMotion: 'reduce',
        serviceWorkers: works_offline ? 'allow' : 'block',
    });
    context.setDefaultTimeout(patience_ms);
    await context.addInitScript(tell_violations);
    const page = await context.newPage();
    /** @type {string[]} */
    const problems = [];
    watch(page, problems);
    await before?.(page);
    return { context, page, problems };
}
