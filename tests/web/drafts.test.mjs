// What the page tells the program of the drafts of this device, and when: nothing that it could not read, and
// nothing is put on a computer that is shared.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { bundled } from './bundled.mjs';

/** @typedef {import('../../web/drafts.js').Draft} Draft */

const page = Object.assign(new EventTarget(), { hidden: false });
const around = new EventTarget();
/** @type {Map<string, string>} */
const storage = new Map();
/** @type {Record<string, unknown>} */
const browser = {
    document: page,
    localStorage: {
        getItem: (/** @type {string} */ name) => storage.get(name) ?? null,
        setItem: (/** @type {string} */ name, /** @type {string} */ text) => void storage.set(name, text),
        removeItem: (/** @type {string} */ name) => void storage.delete(name),
    },
    addEventListener: around.addEventListener.bind(around),
    navigator: {},
};
for (const [name, value] of Object.entries(browser)) Object.defineProperty(globalThis, name, { configurable: true, value });
Reflect.deleteProperty(globalThis, 'BroadcastChannel');
/** @type {typeof import('../../web/drafts.js')} */
const { Drafts } = await bundled('drafts');

beforeEach(() => {
    page.hidden = false;
    storage.clear();
});

/** A device with this database, and what the program was told. @param {Record<string, unknown>} vault */
function device_with(vault, hear_out = () => {}) {
    const drafts = new Drafts();
    drafts.vault = /** @type {any} */ ({ all: async () => [], put: async () => {}, drop: async () => {}, ...vault });
    /** @type {{ drafts: Draft[][], refusals: number, shared: boolean[] }} */
    const told = { drafts: [], refusals: 0, shared: [] };
    drafts.tell(
        (all) => told.drafts.push(all),
        () => void ++told.refusals,
        (is_shared) => told.shared.push(is_shared),
        () => hear_out(),
    );
    return { drafts, told };
}

/** What is done meanwhile is done. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('drafts that cannot be read are not told to be gone', async () => {
    const { drafts, told } = device_with({ all: () => Promise.reject(new Error('closed')) });
    await drafts.readAgain();
    assert.deepEqual(told, { drafts: [], refusals: 1, shared: [] });
});

test('what another tab changes while it is read is read again', async () => {
    const kept = [{ id: 'one', content: { text: 'old' } }];
    const { drafts, told } = device_with({
        all: async () => {
            const all = structuredClone(kept);
            if (kept.length === 1) {
                kept.push({ id: 'two', content: { text: 'new' } });
                drafts.readAgain();
            }
            return all;
        },
    });
    await drafts.readAgain();
    assert.deepEqual(told.drafts.map((all) => all.map(({ id }) => id)), [['one', 'two']]);
});

test('what the program has decided and not ordered yet is not told to be gone, nor to be there', async () => {
    const kept = new Map([['sent', { text: 'sent' }]]);
    let decided = () => {
        drafts.keep('begun', { text: 'text' });
        drafts.drop('sent');
    };
    const { drafts, told } = device_with(
        {
            all: async () => Array.from(kept, ([id, content]) => ({ id, content })),
            put: async (/** @type {string} */ id, /** @type {{ text: string }} */ content) => kept.set(id, content),
            drop: async (/** @type {string} */ id) => kept.delete(id),
        },
        () => {
            decided();
            decided = () => {};
        },
    );
    await drafts.readAgain();
    assert.deepEqual(told.drafts.map((all) => all.map(({ id }) => id)), [['begun']]);
});

test('what waits is tried again at once when somebody comes back, and where nothing waits nothing is done', async () => {
    let reads = 0;
    const { drafts } = device_with({ all: async () => (++reads, []) });
    page.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    page.hidden = false;
    page.dispatchEvent(new Event('visibilitychange'));
    await turn();
    assert.equal(reads, 0);
    drafts.awaitConnection();
    page.dispatchEvent(new Event('visibilitychange'));
    await turn();
    assert.ok(reads > 0);
    assert.ok(!drafts.isArmed, 'all was answered');
});

test('what is deleted goes also when what is kept beside it cannot be', async () => {
    /** @type {string[]} */
    const done = [];
    const { drafts, told } = device_with({
        put: () => Promise.reject(new Error('full')),
        drop: async (/** @type {string} */ id) => done.push(id),
    });
    drafts.keep('one', { text: 'text' });
    drafts.drop('two');
    await drafts.settled();
    await turn();
    assert.deepEqual([done, told.refusals], [['two'], 1]);
});

test('that another tab shares the computer is told, and nothing is put on it any more', async () => {
    /** @type {string[]} */
    const done = [];
    const { drafts, told } = device_with({ put: async (/** @type {string} */ id) => done.push(`put ${id}`), drop: async (/** @type {string} */ id) => done.push(`drop ${id}`) });
    drafts.keep('one', { text: 'text' });
    await drafts.settled();
    storage.set('huiyin.shared', 'yes');
    around.dispatchEvent(Object.assign(new Event('storage'), { key: 'huiyin.look' }));
    around.dispatchEvent(Object.assign(new Event('storage'), { key: 'huiyin.shared' }));
    assert.deepEqual(told.shared, [true]);
    drafts.lastWords = /** @type {any} */ ({ say: () => done.push('said'), forget: () => {} });
    drafts.keep('two', { text: 'text' });
    drafts.finish();
    await drafts.settled();
    assert.deepEqual(done, ['put one', 'drop two']);
});

test('a case is sent though the database hangs, and nothing is promised any more', async () => {
    const { drafts, told } = device_with({ put: () => new Promise(() => {}) });
    const { setTimeout } = globalThis;
    /** @type {(() => void)[]} */
    const timers = [];
    globalThis.setTimeout = /** @type {any} */ ((/** @type {() => void} */ call) => timers.push(call));
    try {
        drafts.keep('one', { text: 'text' });
        const settled = drafts.settledOrRefused();
        timers.forEach((call) => call());
        assert.equal(await settled, false);
        assert.equal(told.refusals, 1);
    } finally {
        globalThis.setTimeout = setTimeout;
    }
});
