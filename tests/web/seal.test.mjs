// What is kept on the device is sealed in one way, by one key for all tabs; and what cannot be read is not said to be
// nothing.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { beforeEach, test } from 'node:test';
import { bundled } from './bundled.mjs';

const require = createRequire(new URL('../../tools/package.json', import.meta.url));
require('fake-indexeddb/auto');
const { IDBFactory, IDBObjectStore } = require('fake-indexeddb');

/** @typedef {import('../../web/file_store.js').Kept} Kept */

/** @type {string[]} */
const done = [];
/** @type {Record<string, unknown>} */
const browser = {
    localStorage: { getItem: () => null },
    // What the page fetches with the first file.
    ASSETS: { uploads: 'data:text/javascript,export class Uploads { resume() { done.push("resumed") } }' },
    done,
};
for (const [name, value] of Object.entries(browser)) Object.defineProperty(globalThis, name, { configurable: true, value });
Reflect.deleteProperty(globalThis, 'BroadcastChannel');
/** @type {typeof import('../../web/seal.js') & typeof import('../../web/vault.js') & typeof import('../../web/file_store.js') & typeof import('../../web/files.js') & typeof import('../../web/uploads.js')} */
const { openSealed, Vault, FileStore, Files, Uploads } = await bundled('seal', 'vault', 'file_store', 'files', 'uploads');

beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    done.length = 0;
});

/** @param {string} text */
const bytes = (text) => new TextEncoder().encode(text);

/** @param {ArrayBuffer | null} found */
const text_of = (found) => found && new TextDecoder().decode(found);

/** @param {string} id @param {string} text @returns {Kept} */
function file(id, text) {
    return { id, name: 'night.jpg', type: 'image/jpeg', url: null, hasMetadata: false, keepsMetadata: false, blob: new Blob([text]) };
}

/** From now on this way of reading fails, as on a disk that is broken. @param {'get' | 'getAll' | 'count'} way @param {() => Promise<unknown>} meanwhile */
async function with_broken(way, meanwhile) {
    const table = /** @type {any} */ (IDBObjectStore.prototype);
    const whole = table[way];
    table[way] = () => {
        throw new DOMException('cannot be read', 'UnknownError');
    };
    await meanwhile().finally(() => (table[way] = whole));
}

test('tabs that begin at the same time have one key, which nobody can take away', async () => {
    const [one, other] = await Promise.all([openSealed('here', 'things'), openSealed('here', 'things')]);
    const sealed = await one.seal.close('place', bytes('The lamp is out.'));
    assert.equal(text_of(await other.seal.open('place', sealed)), 'The lamp is out.');
    assert.equal(other.seal.key.extractable, false);
    assert.ok(!Buffer.from(sealed.sealed).includes('lamp'));
});

test('what is sealed opens in its place only, as it is, and with its key', async () => {
    const { seal } = await openSealed('here', 'things');
    const { seal: stranger } = await openSealed('there', 'things');
    const { iv, sealed } = await seal.close('place', bytes('The lamp is out.'));
    const changed = new Uint8Array(sealed.slice(0));
    changed[0] ^= 1;
    assert.equal(await seal.open('elsewhere', { iv, sealed }), null);
    assert.equal(await seal.open('place', { iv, sealed: changed.buffer }), null);
    assert.equal(await stranger.open('place', { iv, sealed }), null);
});

test('drafts and files of two tabs are there for both, also when they are the first', async () => {
    const [one, other] = await Promise.all([Vault.open(), Vault.open()]);
    await one.put('a', { text: 'The lamp is out.', at: 1 });
    await other.put('b', { text: 'The bus never comes.', at: 1 });
    assert.deepEqual((await one.all()).map(({ content }) => content.text), ['The lamp is out.', 'The bus never comes.']);
    const [store, later] = [new FileStore(), new FileStore()];
    await Promise.all([store.put(file('1', 'one'), () => true), later.put(file('2', 'two'), () => true)]);
    const texts = (await new FileStore().all()).map(({ blob }) => blob.text());
    assert.deepEqual((await Promise.all(texts)).sort(), ['one', 'two']);
});

test('what was sealed in another way is given up and stands in nobody\'s way', async () => {
    const { database, seal } = await openSealed('huiyin-files', 'files');
    const { iv, sealed } = await seal.close('', bytes('{}'));
    await database.put('files', { id: 'old', about: { iv, bytes: sealed }, content: { iv, bytes: sealed } });
    const store = new FileStore();
    await store.put(file('1', 'one'), () => true);
    assert.deepEqual((await store.all()).map(({ id }) => id), ['1']);
    assert.deepEqual((await database.getAllKeys('files')).length, 1);
});

test('a file that cannot be read is not said to be none', async () => {
    const store = new FileStore();
    await store.put(file('1', 'one'), () => true);
    await with_broken('get', () => assert.rejects(store.get('1')));
    await with_broken('get', () => assert.rejects(store.newest(file('1', 'one'))));
    await with_broken('getAll', () => assert.rejects(store.all()));
    assert.equal((await store.all()).length, 1);
});

test('where the browser keeps nothing, a file is what the page has of it', async () => {
    globalThis.indexedDB = /** @type {any} */ ({ open: () => { throw new DOMException('refused', 'SecurityError'); } });
    const store = new FileStore();
    const held = file('1', 'one');
    await store.put(held, () => true);
    assert.equal(await store.newest(held), held);
    await store.remove('1');
});

test('files that cannot be looked for are not said to be none, and are there once they can', async () => {
    await new FileStore().put(file('1', 'one'), () => true);
    const { indexedDB } = globalThis;
    globalThis.indexedDB = /** @type {any} */ ({ open: () => { throw new DOMException('cannot be read', 'UnknownError'); } });
    const store = new FileStore();
    await assert.rejects(store.get('1'));
    await assert.rejects(store.all());
    globalThis.indexedDB = indexedDB;
    assert.equal((await store.all()).length, 1);
});

test('a file whose record cannot be read is removed all the same', async () => {
    const uploads = new Uploads(() => {});
    await uploads.store.put(file('1', 'one'), () => true);
    await with_broken('get', () => uploads.drop('1'));
    assert.deepEqual(await uploads.store.all(), []);
});

test('a visit goes on with what the last one has left, and without it when that cannot be read', async () => {
    const tell = () => {};
    await new Files(tell).beginning;
    assert.deepEqual(done, [], 'nothing is left');
    await new FileStore().put(file('1', 'one'), () => true);
    await new Files(tell).beginning;
    assert.deepEqual(done, ['resumed']);
    await with_broken('count', () => new Files(tell).beginning);
    assert.deepEqual(done, ['resumed']);
});
