// One server and one browser for a file of tests; a new visitor for each test. A test fails on anything that
// the browser complains about, unless the test says that it will.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch, new_visitor } from './browser.mjs';
import { Person } from './person.mjs';
import { in_repository } from './repository.mjs';
import { Server } from './server.mjs';

/** @typedef {object} Stage what a test gets
 * @property {Person} person
 * @property {import('playwright-core').Page} page
 * @property {import('playwright-core').BrowserContext} context
 * @property {Server} server
 */

/** @typedef {object} More
 * @property {RegExp[]} [complaints] of the browser that belong to the test
 * @property {boolean} [own_server] for a test that breaks it
 * @property {number} [timeout_ms]
 */

/** @param {string} name @param {import('playwright-core').Page} page */
async function keep_picture(name, page) {
    const folder = in_repository('build/e2e');
    mkdirSync(folder, { recursive: true });
    const file = `${folder}/${name.replace(/[^a-zA-Z0-9]+/g, '_')}.png`;
    await page.screenshot({ path: file, fullPage: true }).catch(() => undefined);
    return file;
}

/** @param {string[]} problems @param {RegExp[]} allowed */
function assert_no_problems(problems, allowed) {
    const unexpected = problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)));
    assert.deepEqual(unexpected, [], 'the browser complained');
}

/** Gives the function that declares a test. @param {() => Promise<import('playwright-core').Browser>} browser_of */
export function portal_tests(browser_of = launch) {
    /** @type {Server} */
    let shared_server;
    /** @type {import('playwright-core').Browser} */
    let browser;
    before(async () => {
        [shared_server, browser] = await Promise.all([Server.start(), browser_of()]);
    });
    after(async () => {
        await browser?.close();
        await shared_server?.stop();
    });

    /** @param {string} name @param {import('./browser.mjs').Visit & More} how
     * @param {(stage: Stage) => Promise<unknown>} body */
    return (name, { complaints = [], own_server = false, timeout_ms = 120_000, ...visit }, body) => {
        test(name, { timeout: timeout_ms }, async () => {
            const server = own_server ? await Server.start() : shared_server;
            // A quarter of a phone's points is drawn in a quarter of the time; all ratios look alike (resolution.test.mjs).
            const { context, page, problems } = await new_visitor(browser, { ratio: 1, ...visit });
            try {
                await body({ person: new Person(page, server.url, visit.language ?? 'en'), page, context, server });
                assert_no_problems(problems, complaints);
            } catch (error) {
                const picture = await keep_picture(name, page);
                console.error(`${page.url()}\n${picture}\n${problems.join('\n')}`);
                throw error;
            } finally {
                await context.close();
                if (own_server) await server.stop();
            }
        });
    };
}
