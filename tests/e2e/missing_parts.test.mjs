// What a browser or a network keeps from the portal: a language's files, a font, a place to store things.
import assert from 'node:assert/strict';
import { drawing, count_drawing } from './support/drawing.mjs';
import { fills_in_everything, story_of } from './support/journey.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { own_name, t } from './support/words.mjs';

const portal_test = portal_tests();

/** The browser notes every failed request by itself. */
const failed_request = [/Failed to load resource/];

/** @typedef {import('./support/portal_tests.mjs').Stage} Stage */

/** @param {Stage} stage @param {string} file */
async function loses_once(stage, file) {
    await stage.page.route(new RegExp(`/ar\\.[0-9a-f]+\\.${file}$`), (route) => route.abort('connectionreset'), { times: 1 });
}

for (const [what, file] of [['catalogue', 'json'], ['data', 'dat']]) {
    portal_test(`a language whose ${what} is lost leaves the old one, says so, and can be chosen again`, { size: 'phone', complaints: failed_request }, async (stage) => {
        const { person, page } = stage;
        await person.opens('/track');
        await loses_once(stage, file);
        const picker = person.finds('combobox', person.t('language.choose'));
        await picker.selectOption({ label: own_name.ar });
        await person.sees(person.t_like('language.lost'));
        assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
        assert.equal(await picker.inputValue(), 'en');
        const said = async () => (await page.getByRole('alert').allTextContents()).some((words) => person.t_like('language.lost').test(words));
        await person.until(said, 'the loss is said');
        await person.chooses_language('ar');
        await person.sees(person.t('track.title'));
        await person.does_not_see(person.t_like('language.lost'));
    });
}

portal_test('a first language that is lost gives way to English', { size: 'phone', language: 'ar', complaints: failed_request }, async (stage) => {
    await stage.page.route(/\/ar\.[0-9a-f]+\.json$/, (route) => route.abort('connectionreset'));
    await stage.person.opens('/track');
    await stage.page.getByRole('heading', { level: 1, name: t('en', 'track.title') }).waitFor();
});

/** Runs in the page: asks for a font of the portal's own family that never comes. */
function wish_for_font() {
    const face = new FontFace('Noto Sans', 'url(/never.woff2)');
    document.fonts.add(face);
    face.load().catch(() => undefined);
}

portal_test('a font that never comes keeps nobody waiting', { size: 'phone', before: count_drawing, complaints: failed_request }, async ({ person, page }) => {
    await page.route('**/never.woff2', () => undefined);
    await page.addInitScript(wish_for_font);
    // The browser's own load event waits for the font; nobody else does.
    await page.goto(`${person.url}/track`, { waitUntil: 'commit' });
    await person.waits_for_portal();
    await page.waitForFunction(() => performance.getEntriesByName('huiyin-canvas-painted').length > 0);
    await person.types(person.t('track.number.label'), 'HY');
    assert.equal(await page.evaluate(() => document.fonts.status), 'loading');
    assert.ok((await drawing(page)).draws > 0);
    assert.equal(await person.typed_in(person.t('track.number.label')), 'HY');
});

/** Runs in the page: as a browser that was told to keep nothing. */
function refuse_storage() {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
        Object.defineProperty(globalThis, name, {
            get() {
                throw new DOMException('The operation is insecure.', 'SecurityError');
            },
        });
    }
}

portal_test('a browser that stores nothing serves a whole submission', { size: 'phone', before: (page) => page.addInitScript(refuse_storage) }, async ({ person }) => {
    await person.opens('/submit');
    await fills_in_everything(person);
    await person.sees(story_of(person).description);
    await person.chooses_language('zh-Hans');
    await person.reads_heading(person.t('submit.check.title'));
});
