// What was used once is there without a network; a new version comes when the person wants it; and all of it can be
// taken back.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keeps } from './support/device.mjs';
import { fills_in_everything, presses_send, reads_receipt } from './support/journey.mjs';
import { Person } from './support/person.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { portal_folder } from './support/repository.mjs';
import { t } from './support/words.mjs';

const portal_test = portal_tests();
/** What native tests show as well, or what seldom changes, is tried in the long run. */
const seldom_test = process.env.HUIYIN_EVERY_LOSS ? portal_test : () => undefined;

/** The browser notes every failed request by itself. */
const offline = { size: /** @type {const} */ ('phone'), works_offline: true, own_server: true, complaints: [/Failed to load resource|net::ERR|no-response|sw\.js/] };

/** @typedef {import('playwright-core').Page} Page */

/** Waits until the worker has all that this page was made of. @param {Person} person */
async function is_ready_for_offline(person) {
    const is_ready = () =>
        person.page.evaluate(async () => {
            if (!navigator.serviceWorker.controller) return false;
            const used = performance.getEntriesByType('resource').map(({ name }) => name);
            const hashed = used.filter((name) => /\.[0-9a-f]{16}\.[a-z0-9]+$/.test(name));
            const found = await Promise.all(hashed.map((name) => caches.match(name, { ignoreVary: true, ignoreSearch: true })));
            return found.every((response) => response !== undefined);
        });
    await person.until(is_ready, 'the worker has kept what was used');
}

/** Addresses of everything that the worker keeps. @param {Page} page */
const cached = (page) =>
    page.evaluate(async () => {
        const urls = [];
        for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) urls.push(new URL(url).pathname);
        return urls;
    });

portal_test('without a network the portal opens at any page, with the draft and a language that was used', offline, async ({ person, context, page }) => {
    await person.opens('/');
    await person.chooses_language('ar');
    await person.chooses_language('en');
    await person.opens('/submit/description');
    await person.types(person.t('submit.description.label'), 'The lamp is out.');
    await keeps(person, 1);
    await is_ready_for_offline(person);
    await context.setOffline(true);
    await person.sees(person.t('offline.now'));
    await person.reloads();
    assert.equal(await person.typed_in(person.t('submit.description.label')), 'The lamp is out.');
    await person.sees(person.t('offline.now'));
    await person.opens('/track');
    await person.reads_heading(person.t('track.title'));
    await person.chooses_language('ar');
    await person.reads_heading(person.t('track.title'));
    await context.setOffline(false);
    await person.until(async () => (await page.getByText(person.t('offline.now')).count()) === 0, 'the notice is gone');
});

seldom_test('with the server dead the portal opens, takes a case and sends it when the server is back', offline, async ({ person, server, page }) => {
    await person.opens('/');
    await is_ready_for_offline(person);
    await server.kill();
    await person.opens('/submit');
    await fills_in_everything(person);
    await presses_send(person);
    await person.sees(person.t('outbox.waiting'));
    await server.run();
    await reads_receipt(person);
    assert.equal((await server.case_numbers()).length, 1);
    const urls = await cached(page);
    assert.ok(urls.length > 5);
    assert.deepEqual(urls.filter((url) => url.startsWith('/api/')), [], 'nothing of the API is kept');
});

/** A proxy whose server is gone. @param {string} url of the server @returns {Promise<import('node:http').Server>} */
function gone_behind_proxy(url) {
    const proxy = createServer((_, answer) => answer.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad Gateway</h1>'));
    return new Promise((resolve) => proxy.listen(Number(new URL(url).port), '127.0.0.1', () => resolve(proxy)));
}

/** Addresses of the pages that the worker keeps. @param {Page} page */
const kept_pages = (page) =>
    page.evaluate(async () => {
        const name = (await caches.keys()).find((each) => each.startsWith('huiyin-pages-')) ?? '';
        return (await (await caches.open(name)).keys()).map(({ url }) => url);
    });

portal_test('behind a proxy whose server is gone the portal opens, and no address that is kept has a code', offline, async ({ person, server, page }) => {
    await person.opens('/');
    await is_ready_for_offline(person);
    await person.opens('/help?lang=en&from=letter#HY20261120-000123-K&7Q4M-0K9T-AB12-CD34');
    await person.until(async () => (await kept_pages(page)).some((url) => url.includes('/help')), 'the page is kept');
    assert.deepEqual((await kept_pages(page)).filter((url) => /#|from/.test(url)), []);
    await server.kill();
    const proxy = await gone_behind_proxy(server.url);
    try {
        await person.opens('/submit');
        await person.reads_heading(person.t('submit.nature.title'));
        await person.opens('/track');
        await person.reads_heading(person.t('track.title'));
    } finally {
        proxy.closeAllConnections();
        proxy.close();
    }
});

seldom_test('the browser itself sends what waits when no page is open', offline, async ({ person, server, context, page }) => {
    await person.opens('/');
    await is_ready_for_offline(person);
    const session = await context.newCDPSession(page);
    /** @type {Promise<string>} */
    const registered = new Promise((resolve) => {
        session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && resolve(registrations[0].registrationId));
    });
    await session.send('ServiceWorker.enable');
    const registrationId = await registered;
    await person.clicks(person.t('home.submit.start'));
    await fills_in_everything(person);
    await server.kill();
    await presses_send(person);
    await person.sees(person.t('outbox.waiting'));
    const other = await context.newPage();
    const second = await context.newCDPSession(other);
    await other.goto('about:blank');
    await server.run();
    await second.send('ServiceWorker.enable');
    await page.goto('about:blank');
    await session.send('ServiceWorker.dispatchSyncEvent', { origin: server.url, registrationId, tag: 'huiyin-outbox', lastChance: false });
    await person.until(async () => (await server.case_numbers()).length === 1, 'the worker has sent the case');
    await person.opens('/');
    await person.sees(person.t('outbox.sent'));
});

/** The portal as another build would serve it. @param {(folder: string) => void} change */
function another_build(change) {
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-portal-'));
    cpSync(portal_folder, folder, { recursive: true, filter: (name) => !name.endsWith('.woff2') });
    change(folder);
    return folder;
}

/** @param {string} folder @param {string} name @param {string} text */
function replace(folder, name, text) {
    for (const ending of ['', '.br', '.gz']) unlinkSync(join(folder, name + ending));
    writeFileSync(join(folder, name), text);
}

/** The next version: its script has another name, and every page asks for that. @param {string} folder */
function with_next_script(folder) {
    const old = readdirSync(folder).find((name) => /^portal\.[0-9a-f]{16}\.js$/.test(name)) ?? '';
    const next = 'portal.0123456789abcdef.js';
    for (const name of readdirSync(folder).filter((each) => /\.html$|^sw\.js$/.test(each)))
        replace(folder, name, readFileSync(join(portal_folder, name), 'utf8').replaceAll(old, next));
    cpSync(join(portal_folder, old), join(folder, next));
    for (const ending of ['', '.br', '.gz']) unlinkSync(join(folder, old + ending));
}

/** Runs in the page. */
const look_for_version = async () => (await navigator.serviceWorker.getRegistration())?.update();

portal_test('a new version waits for the person, and the open form goes on in both', offline, async ({ person, server, page }) => {
    await person.opens('/submit/description');
    await person.types(person.t('submit.description.label'), 'The lamp is out.');
    await keeps(person, 1);
    await is_ready_for_offline(person);
    const folder = another_build(with_next_script);
    try {
        await server.kill();
        await server.run_with(folder);
        await page.evaluate(look_for_version);
        await person.sees(person.t('version.ready'));
        await person.types(person.t('submit.description.label'), 'The lamp is still out.');
        await person.chooses_language('ar');
        await person.chooses_language('en');
        const loaded = page.waitForEvent('load');
        await person.clicks(person.t('version.load'));
        await loaded;
        await person.waits_for_portal();
        assert.equal(await person.typed_in(person.t('submit.description.label')), 'The lamp is still out.');
        assert.ok(await page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('0123456789abcdef'))));
        await person.does_not_see(person.t('version.ready'));
    } finally {
        rmSync(folder, { recursive: true });
    }
});

seldom_test('the worker can be taken back with all that it keeps', offline, async ({ person, server, page }) => {
    await person.opens('/');
    await is_ready_for_offline(person);
    const off = readFileSync(join(portal_folder, 'sw_off.js'), 'utf8');
    const folder = another_build((copy) => replace(copy, 'sw.js', off));
    try {
        await server.kill();
        await server.run_with(folder);
        await page.evaluate(look_for_version);
        await person.until(async () => (await cached(page)).length === 0, 'nothing is kept any more');
        await person.until(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) === undefined), 'the worker is gone');
        await person.opens('/track');
        await person.reads_heading(t('en', 'track.title'));
    } finally {
        rmSync(folder, { recursive: true });
    }
});

seldom_test('two tabs of one device share what is kept', offline, async ({ person, context, server }) => {
    await person.opens('/');
    await is_ready_for_offline(person);
    await context.setOffline(true);
    const other = new Person(await context.newPage(), server.url, 'en');
    await other.opens('/submit');
    await other.reads_heading(other.t('submit.nature.title'));
});
