// What a device keeps of the portal, as somebody with its disk would read it; and browsers that are killed.
import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch_kept } from './browser.mjs';
import { Person } from './person.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').BrowserContext} BrowserContext */

/** Runs in the page: every byte of its databases, as text, with what else is kept. */
async function everything() {
    /** @param {IDBRequest} request @returns {Promise<any>} */
    const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
    /** @param {string} title */
    const records_of = async (title) => {
        // Opened before the portal has made it, it would stay empty.
        if (!(await indexedDB.databases()).some(({ name }) => name === title)) return [];
        /** @type {IDBDatabase} */
        const database = await done(indexedDB.open(title));
        const records = [];
        for (const name of database.objectStoreNames) records.push(...(await done(database.transaction(name).objectStore(name).getAll())));
        database.close();
        return records;
    };
    const is_key = (/** @type {any} */ record) => record instanceof CryptoKey;
    /** @param {any} value @returns {any} */
    const shown = (value) => {
        if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
        return typeof value === 'object' && value !== null ? Object.values(value).map(shown).join(' ') : value;
    };
    const [in_drafts, in_files] = [await records_of('huiyin'), await records_of('huiyin-files')];
    const keys = [...in_drafts, ...in_files].filter(is_key);
    const sealed = in_drafts.filter((record) => !is_key(record)).map(shown);
    const files = in_files.filter((record) => !is_key(record)).map(shown);
    const { ...local } = localStorage;
    const { ...session } = sessionStorage;
    const text = [...sealed, ...files, JSON.stringify({ local, session })].join('\n');
    return { drafts: sealed.length, files: files.length, keys: keys.map(({ extractable }) => extractable), text };
}

/** @param {Page} page */
export const kept_on = (page) => page.evaluate(everything);

/** Waits until so many drafts are in the database. @param {Person} person @param {number} count */
export async function keeps(person, count) {
    await person.until(async () => (await kept_on(person.page)).drafts === count, `${count} drafts are kept`);
}

/** Waits until so many files are in the database. @param {Person} person @param {number} count */
export async function keeps_files(person, count) {
    await person.until(async () => (await kept_on(person.page)).files === count, `${count} files are kept`);
}

/** The browser's main process is the one with this profile that is no other's part. @param {string} folder */
function process_of(folder) {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        try {
            const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
            if (words.includes(`--user-data-dir=${folder}`) && !words.some((word) => word.startsWith('--type='))) return Number(pid);
        } catch {
            // It has ended meanwhile.
        }
    }
    throw new Error('the browser is not there');
}

/** A browser with a profile on the disk, to be killed and started again. */
export class Device {
    /** @param {string} folder @param {{url: string}} server */
    constructor(folder, server) {
        this.folder = folder;
        this.server = server;
        /** @type {BrowserContext | undefined} */
        this.context = undefined;
    }

    /** @param {{url: string}} server where the portal is */
    static async make(server) {
        return new Device(await mkdtemp(join(tmpdir(), 'huiyin-device-')), server);
    }

    /** @returns {Promise<Person>} */
    async starts() {
        this.context = await launch_kept(this.folder, 'phone');
        return new Person(this.context.pages()[0] ?? (await this.context.newPage()), this.server.url, 'en');
    }

    async opens_tab() {
        if (!this.context) throw new Error('the browser is not running');
        return new Person(await this.context.newPage(), this.server.url, 'en');
    }

    /** What its last tab shows, for whoever asks why. @returns {Promise<string>} */
    async shows() {
        const page = this.context?.pages().at(-1);
        return page ? `${page.url()}\n${await page.getByRole('main').innerText().catch(String)}` : 'no browser';
    }

    /** As if the power went. */
    async is_killed() {
        const closed = this.context?.waitForEvent('close');
        process.kill(process_of(this.folder), 'SIGKILL');
        await closed;
        this.context = undefined;
    }

    async is_given_away() {
        await this.context?.close();
        await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
    }
}
