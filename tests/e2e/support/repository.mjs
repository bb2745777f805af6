// Where things lie, and what the tests take from npm.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** @param {string} path from the top of the repository */
export const in_repository = (path) => root + path;

/** Packages live beside the tools: tests have no node_modules of their own. */
export const from_npm = createRequire(in_repository('tools/package.json'));

/** A program or folder that a test drives; another build is tested by naming it in the environment.
 * @param {string} variable @param {string} path */
const built = (variable, path) => process.env[variable] ?? in_repository(path);

export const server_program = built('HUIYIN_SERVER', 'build/release/huiyin');
export const portal_folder = built('HUIYIN_PORTAL', 'build/web/portal');
export const chromium_program = process.env.HUIYIN_CHROMIUM ?? '/usr/bin/chromium';
export const firefox_program = process.env.HUIYIN_FIREFOX ?? '/usr/bin/firefox-esr';
export const mirror_pages_program = built('HUIYIN_MIRROR_PAGES', 'build/release/mirror_pages');
export const catalogues_program = built('HUIYIN_CATALOGUES', 'build/release/catalogues');
