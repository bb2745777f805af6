// The page as it is served, before any script runs.
import assert from 'node:assert/strict';
import { from_npm } from './support/repository.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { languages, message } from './support/words.mjs';

/** @type {typeof import('html-validate')} */
const { HtmlValidate } = from_npm('html-validate');
const portal_test = portal_tests();

/** @param {string} html */
async function html_faults(html) {
    const validator = new HtmlValidate({
        extends: ['html-validate:recommended'],
        rules: { 'doctype-style': ['error', { style: 'lowercase' }] },
    });
    const report = await validator.validateString(html);
    return report.results.flatMap((result) => result.messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`));
}

portal_test('the page is valid HTML', {}, async ({ server }) => {
    const answer = await fetch(`${server.url}/`);
    assert.equal(answer.status, 200);
    assert.deepEqual(await html_faults(await answer.text()), []);
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

for (const path of ['/', '/submit', '/submit/description', '/track', '/receipt', '/case', '/feedback']) {
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
    const text = await page.locator('body').innerText();
    for (const number of ['12345', '110', '119', '120']) assert.match(text, new RegExp(number));
    for (const language of languages) assert.ok(text.includes(message(language, 'boot.hotline')), language);
    await plain.close();
});
