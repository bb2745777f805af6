// A language costs little more than English: what a visitor loads for it, its words and its data of ICU, compressed.
import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { portal_folder } from '../e2e/support/repository.mjs';
import { own_name } from '../e2e/support/words.mjs';

const files = readdirSync(portal_folder);

/** @param {string} tag */
function kilobytes_of(tag) {
    const own = files.filter((name) => new RegExp(`^${tag}\\.[0-9a-f]+\\.(json|dat)\\.br$`).test(name));
    assert.equal(own.length, 2, `${tag} has words and data`);
    return own.reduce((sum, name) => sum + statSync(join(portal_folder, name)).size, 0) / 1000;
}

test('a visit in any language is at most 60 kB above one in English, in Thai with its dictionary 160 kB', () => {
    const english = kilobytes_of('en');
    for (const tag of Object.keys(own_name)) {
        const above = kilobytes_of(tag) - english;
        assert.ok(above <= (tag === 'th' ? 160 : 60), `${tag} is ${above.toFixed(1)} kB above English`);
    }
});
