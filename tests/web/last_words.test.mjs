// What was typed in the last moment of a page comes to the drafts with the next visit, if nothing newer is there and
// nobody has changed it.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { beforeEach, test } from 'node:test';
import { bundled } from './bundled.mjs';

const require = createRequire(new URL('../../tools/package.json', import.meta.url));
require('fake-indexeddb/auto');
const { IDBFactory } = require('fake-indexeddb');

/** Its entries are its own properties, as in a browser. @type {Record<string, any>} */
const storage = Object.create({
    getItem: (/** @type {string} */ name) => storage[name] ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ text) => void (storage[name] = text),
    removeItem: (/** @type {string} */ name) => void delete storage[name],
});
Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: storage });
Reflect.deleteProperty(globalThis, 'BroadcastChannel');
const size = () => Object.keys(storage).length;
/** @type {typeof import('../../web/drafts.js') & typeof import('../../web/vault.js') & typeof import('../../web/last_words.js')} */
const { Drafts, Vault, LastWords } = await bundled('drafts', 'vault', 'last_words');

beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    for (const name of Object.keys(storage)) delete storage[name];
});

/** @param {import('../../web/vault.js').Vault} vault */
async function ready_words(vault) {
    const words = new LastWords(vault);
    await words.prepare();
    return words;
}

/** @param {import('../../web/vault.js').Vault} vault */
const texts = async (vault) => (await vault.all()).map(({ id, content }) => `${id}: ${content.text}`);

/** To be sent. @type {import('../../web/fetch.js').Question} */
const request = { method: 'POST', target: '/', headers: [], body: '{}', timeoutMs: 1 };

/** @param {string} id @param {string} text @param {number} at */
const draft = (id, text, at) => ({ id, content: { text, at } });

test('the last words of all drafts are taken over once, and nobody reads them meanwhile', async () => {
    const vault = await Vault.open();
    await vault.put('a', { text: 'The lamp', at: 1 });
    const words = await ready_words(vault);
    words.say([draft('a', 'The lamp is out.', 2), draft('b', 'The bus never comes.', 2)]);
    assert.ok(!Buffer.from(Object.values(storage)[0].split(' ')[3], 'hex').includes('lamp'));
    const later = await ready_words(await Vault.open());
    await later.takeOver();
    assert.deepEqual(await texts(vault), ['a: The lamp is out.', 'b: The bus never comes.']);
    assert.equal(size(), 0);
});

test('what one page has kept or said leaves the last words of another alone', async () => {
    const vault = await Vault.open();
    const [one, other] = [await ready_words(vault), await ready_words(vault)];
    one.say([draft('a', 'The lamp is out.', 1)]);
    other.say([draft('b', 'The bus never comes.', 1)]);
    other.forget();
    await (await ready_words(vault)).takeOver();
    assert.deepEqual(await texts(vault), ['a: The lamp is out.']);
    one.say([draft('c', 'The road is flooded.', 1)]);
    LastWords.forgetAll();
    assert.equal(size(), 0);
});

test('what was kept after the last words stands', async () => {
    const vault = await Vault.open();
    const words = await ready_words(vault);
    words.say([draft('a', 'The lamp', 1)]);
    await vault.put('a', { text: 'The lamp is out, in another tab.', at: 2 });
    await words.takeOver();
    assert.deepEqual(await texts(vault), ['a: The lamp is out, in another tab.']);
});

test('what another tab keeps while the last words are taken over stands, if it is newer', async () => {
    const vault = await Vault.open();
    await vault.put('a', { text: 'The', at: 1 });
    const words = await ready_words(vault);
    words.say([draft('a', 'The lamp', 2)]);
    const { opened } = vault;
    vault.opened = async (record) => {
        vault.opened = opened;
        await vault.put('a', { text: 'The lamp is out.', at: 3 });
        return opened.call(vault, record);
    };
    await words.takeOver();
    assert.deepEqual(await texts(vault), ['a: The lamp is out.']);
});

test('last words that were changed in one bit, or sealed with a key that is lost, are not taken over', async () => {
    const vault = await Vault.open();
    const words = await ready_words(vault);
    words.say([draft('a', 'The lamp is out.', 1)]);
    const [[place, whole]] = Object.entries(storage);
    const parts = whole.split(' ');
    for (const part of [0, 1, 2, 3]) {
        const first = (parseInt(parts[part][0], 16) ^ 1).toString(16);
        storage[place] = Object.assign([...parts], { [part]: first + parts[part].slice(1) }).join(' ');
        await words.takeOver();
    }
    storage[place] = `${parts[0]} ${parts[2]}`;
    await words.takeOver();
    assert.deepEqual(await texts(vault), []);
    globalThis.indexedDB = new IDBFactory();
    storage[place] = whole;
    const fresh = await Vault.open();
    await (await ready_words(fresh)).takeOver();
    assert.deepEqual([await texts(fresh), size()], [[], 0]);
});

test('a draft that is deleted does not come back from the last words of a page that was killed', async () => {
    const vault = await Vault.open();
    const killed = await ready_words(vault);
    killed.say([draft('a', 'The lamp is out.', 2), draft('b', 'The bus never comes.', 2)]);
    const other_tab = new Drafts();
    other_tab.vault = vault;
    other_tab.drop('a');
    await other_tab.settled();
    assert.equal(size(), 1);
    await (await ready_words(vault)).takeOver();
    assert.deepEqual(await texts(vault), ['b: The bus never comes.']);
});

test('a draft that is deleted while its last words are opened does not come back', async () => {
    const vault = await Vault.open();
    const words = await ready_words(vault);
    words.say([draft('a', 'The lamp is out.', 1)]);
    const { open } = vault.seal;
    vault.seal.open = async (...sealed) => {
        LastWords.forgetDraft('a');
        return open.apply(vault.seal, sealed);
    };
    await words.takeOver();
    assert.deepEqual(await texts(vault), []);
});

test('last words open for their own draft only', async () => {
    const vault = await Vault.open();
    const words = await ready_words(vault);
    words.say([draft('a', 'The lamp is out.', 1)]);
    const [[place, whole]] = Object.entries(storage);
    delete storage[place];
    storage[place.replace(/a$/, 'b')] = whole;
    await words.takeOver();
    assert.deepEqual([await texts(vault), size()], [[], 0]);
});

test('equal last words with an answer are taken over for their answer, and without one not at all', async () => {
    const vault = await Vault.open();
    await vault.put('a', { text: 'The lamp', at: 1, request });
    const words = await ready_words(vault);
    const kept = async () => (await vault.all())[0].content;
    words.say([draft('a', 'The lamp', 2)]);
    await words.takeOver();
    assert.deepEqual(await kept(), { text: 'The lamp', at: 1, request });
    await words.prepare();
    const answer = { status: 201, headers: [], body: '{}' };
    words.say([{ id: 'a', content: { text: 'The lamp', at: 2, answer } }]);
    await words.takeOver();
    assert.deepEqual(await kept(), { text: 'The lamp', at: 2, answer });
});

test('what is to be sent outlives the machine, whoever puts it there', async () => {
    const vault = await Vault.open();
    /** @type {(string | undefined)[]} */
    const asked = [];
    const { transaction } = vault.database;
    vault.database.transaction = /** @type {any} */ ((/** @type {any} */ table, /** @type {any} */ mode, /** @type {any} */ options) => {
        if (mode === 'readwrite') asked.push(options?.durability);
        return transaction.call(vault.database, table, mode, options);
    });
    await vault.put('a', { text: 'The lamp', at: 1, request });
    await vault.putNewer('a', { text: 'The lamp is out.', at: 2, request });
    await vault.change('a', (now) => ({ ...now, text: 'The lamp is out again.' }));
    await vault.put('b', { text: 'The bus', at: 1 });
    assert.deepEqual(asked, ['strict', 'strict', 'strict', 'default']);
});

test('last words that cannot be put where they belong wait for the next visit and stop nothing', async () => {
    const vault = await Vault.open();
    const words = await ready_words(vault);
    words.say([draft('a', 'The lamp is out.', 1)]);
    vault.putNewer = () => Promise.reject(new Error('full'));
    await words.takeOver();
    assert.equal(size(), 1);
});
