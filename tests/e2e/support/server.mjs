// The real server on a port and a folder of its own.
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portal_folder, server_program } from './repository.mjs';

/** @param {string} path @param {string} how */
function must_exist(path, how) {
    if (!existsSync(path)) throw new Error(`${path} is not there; ${how} makes it`);
}

/** Also when a test breaks off, no server is left running.
 * @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export class Server {
    /** @type {import('node:child_process').ChildProcess | undefined} */
    #process;
    #log = '';
    /** 0 until the system has chosen one. */
    #port = 0;

    /** @param {string} data the folder of its database */
    constructor(data) {
        this.data = data;
    }

    get url() {
        return `http://127.0.0.1:${this.#port}`;
    }

    /** @param {string[]} options more options for huiyin serve */
    static async start(...options) {
        must_exist(server_program, 'cmake --build --preset release --target huiyin');
        must_exist(portal_folder, 'cmake --build --preset web --target portal');
        const server = new Server(mkdtempSync(join(tmpdir(), 'huiyin-e2e-')));
        await server.run(...options);
        return server;
    }

    /** Starts it, again if need be, on the same port with the same data. @param {string[]} options */
    run(...options) {
        return this.run_with(portal_folder, ...options);
    }

    /** The same with another build of the portal. @param {string} folder @param {string[]} options */
    async run_with(folder, ...options) {
        const where = ['--port', String(this.#port), '--data', this.data, '--web', folder];
        const child = spawn(server_program, ['serve', ...where, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
        this.#process = child;
        running.add(child);
        child.once('exit', () => running.delete(child));
        child.stderr.on('data', (bytes) => (this.#log += bytes));
        await new Promise((resolve, reject) => {
            child.stdout.on('data', (bytes) => {
                this.#log += bytes;
                const ready = /ready at (?:http:\/\/127\.0\.0\.1:(\d+)\/|\/\S+)\n/.exec(this.#log);
                if (!ready) return;
                this.#port = Number(ready[1] ?? 0);
                resolve(undefined);
            });
            child.once('error', reject);
            child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${this.#log}`)));
        });
    }

    /** Everything that it has said. */
    get log() {
        return this.#log;
    }

    /** The process's number. */
    get pid() {
        return this.#process?.pid;
    }

    /** @param {NodeJS.Signals} signal */
    async #end(signal) {
        const child = this.#process;
        this.#process = undefined;
        this.#log = '';
        if (!child || child.exitCode !== null || child.signalCode !== null) return;
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill(signal);
        await gone;
    }

    /** As if the power went. */
    kill() {
        return this.#end('SIGKILL');
    }

    /** Ends it for good and forgets its data. */
    async stop() {
        await this.#end('SIGTERM');
        rmSync(this.data, { recursive: true, force: true });
    }

    /** The same program as a command on the same data. @param {string[]} words @returns {Promise<string>} */
    command(...words) {
        return new Promise((resolve, reject) => {
            execFile(server_program, [...words, '--data', this.data], (error, stdout, stderr) => {
                if (error) reject(new Error(`huiyin ${words.join(' ')}: ${stdout}${stderr}`));
                else resolve(stdout);
            });
        });
    }

    /** What staff do with a case. @param {string} number @param {string[]} words */
    step(number, ...words) {
        return this.command('case', 'step', number, ...words);
    }

    /** The numbers of all cases on record. */
    async case_numbers() {
        return (await this.command('case', 'list', '--limit', '1000000')).match(/HY[0-9A-Z-]{6,}/g) ?? [];
    }
}
