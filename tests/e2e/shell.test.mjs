// The page as it is served, before any script runs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { from_npm, in_repository } from './support/repository.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { languages, message, own_name } from './support/words.mjs';

/** @type {typeof import('html-validate')} */
const { HtmlValidate } = from_npm('html-validate');
const portal_test = portal_tests();

/** @param {string} html */
async function html_faults(html) {
    const validator = new HtmlValidate({
        extends: ['html-validate:recommended'],
        // Names with dots are the nodes' own.
        rules: {
            'doctype-style': ['error', { style: 'lowercase' }],
            'valid-id': ['error', { relaxed: true }],
            // Safari takes a list without bullets for no list, unless it says so itself.
            'no-redundant-role': 'off',
            'prefer-native-element': ['error', { exclude: ['list'] }],
        },
    });
    const report = await validator.validateString(html);
    return report.results.flatMap((result) => result.messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`));
}

portal_test('every page is valid HTML', {}, async ({ server }) => {
    for (const path of ['/', '/submit', '/track', '/feedback', '/case']) {
        for (const language of languages) {
            const answer = await fetch(`${server.url}${path}?lang=${language}`);
            assert.equal(answer.status, 200);
            assert.deepEqual(await html_faults(await answer.text()), [], path);
        }
    }
});

portal_test('the validator finds a fault', {}, async () => {
    assert.notDeepEqual(await html_faults('<!doctype html>\n<html><body><p><div></div></p></body></html>\n'), []);
});

portal_test('zoom is left to the reader', {}, async ({ server }) => {
    const html = await (await fetch(`${server.url}/`)).text();
    const viewport = /<meta name="?viewport"? content="([^"]*)"/.exec(html)?.[1];
    assert.ok(viewport, 'there is a viewport');
    assert.doesNotMatch(viewport, /user-scalable|maximum-scale|minimum-scale/);
});

/** Every address that the portal knows. */
const addresses = [...readFileSync(in_repository('core/screens/route.cpp'), 'utf8').matchAll(/\{"(\/[a-z/]*)", \w+Route/g)].map(([, path]) => path);

portal_test('the addresses of the portal are found', {}, async () => {
    assert.ok(addresses.length >= 13 && addresses.includes('/help') && addresses.includes('/submit/check'), `${addresses}`);
});

for (const path of addresses) {
    portal_test(`${path} can be linked`, {}, async ({ server }) => {
        const answer = await fetch(server.url + path);
        assert.equal(answer.status, 200);
        assert.match(answer.headers.get('content-type') ?? '', /^text\/html/);
    });
}

portal_test('an unknown page is not found, and is still the portal', {}, async ({ server }) => {
    const answer = await fetch(`${server.url}/no/such/page`);
    assert.equal(answer.status, 404);
    assert.match(await answer.text(), /id="?portal"?/);
});

portal_test('without scripts the page says how else to reach the hotline', {}, async ({ server, context }) => {
    const browser = context.browser();
    assert.ok(browser);
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const page = await plain.newPage();
    await page.goto(server.url);
    for (const language of languages) {
        await page.getByRole('link', { name: own_name[language], exact: true }).click();
        const text = await page.locator('body').innerText();
        for (const number of ['12345', '110', '119', '120']) assert.match(text, new RegExp(number));
        for (const key of ['boot.scripts', 'boot.hotline', 'home.title']) assert.ok(text.includes(message(language, key)), `${key} in ${language}`);
    }
    await page.goto(`${server.url}/case`);
    const text = await page.locator('body').innerText();
    for (const language of languages) assert.ok(text.includes(message(language, 'boot.hotline')), language);
    await plain.close();
});
