// A line between browser and server on which everything goes wrong that can: what the browser asks of the API is late,
// lost, cut off, repeated, or meets silence. Pages and scripts pass as they are.
import { connect, createServer } from 'node:net';

/** @typedef {import('node:net').Socket} Socket */
/** @typedef {'whole' | 'late' | 'lost' | 'cut' | 'unanswered' | 'half_answered' | 'closed_behind' | 'twice' | 'black_out'} Fate */

/** @type {Fate[]} */
export const fates = ['whole', 'late', 'lost', 'cut', 'unanswered', 'half_answered', 'closed_behind', 'twice', 'black_out'];

/** The same numbers below one in each run (Park and Miller). @param {number} seed */
export function dice(seed) {
    let state = seed;
    return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** How long the first request is; nothing while it is not whole. @param {Buffer} bytes */
function request_length(bytes) {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const length = end + 4 + Number(/\r\nContent-Length: *(\d+)/i.exec(bytes.subarray(0, end).toString('latin1'))?.[1] ?? 0);
    return length <= bytes.length ? length : undefined;
}

/** @param {Buffer} request */
const is_for_api = (request) => / \/api\//.test(request.subarray(0, 40).toString('latin1'));

export class BadLine {
    /** What became of each request to the API. @type {Fate[]} */
    met = [];
    #black_until = 0;
    #is_torn = false;
    /** @type {Set<Socket>} */
    #open = new Set();

    /** @param {import('./server.mjs').Server} server @param {() => number} random @param {number} black_out_ms */
    constructor(server, random, black_out_ms) {
        this.server = server;
        this.random = random;
        this.black_out_ms = black_out_ms;
        this.listener = createServer((client) => this.#serve(client));
    }

    /** @param {import('./server.mjs').Server} server @param {() => number} random @param {number} black_out_ms */
    static async to(server, random, black_out_ms) {
        const line = new BadLine(server, random, black_out_ms);
        await new Promise((resolve) => line.listener.listen(0, '127.0.0.1', () => resolve(undefined)));
        return line;
    }

    get url() {
        return `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (this.listener.address()).port}`;
    }

    async stop() {
        this.#open.forEach((socket) => socket.destroy());
        await new Promise((resolve) => this.listener.close(resolve));
    }

    /** From now on nothing comes back. */
    tears() {
        this.#is_torn = true;
        this.#open.forEach((socket) => socket.destroy());
    }

    is_mended() {
        this.#is_torn = false;
    }

    /** @param {Socket} socket */
    #watch(socket) {
        this.#open.add(socket);
        socket.on('close', () => this.#open.delete(socket));
        socket.on('error', () => socket.destroy());
        return socket;
    }

    #connect() {
        return this.#watch(connect(Number(new URL(this.server.url).port), '127.0.0.1'));
    }

    /** @param {Socket} client */
    #serve(client) {
        if (this.#is_torn) return void client.destroy();
        this.#watch(client);
        const upstream = this.#connect();
        upstream.on('close', () => client.destroy());
        client.on('close', () => upstream.destroy());
        upstream.on('data', (bytes) => client.write(bytes));
        let waiting = Buffer.alloc(0);
        client.on('data', (bytes) => {
            waiting = Buffer.concat([waiting, bytes]);
            for (let length = request_length(waiting); length !== undefined; length = request_length(waiting)) {
                this.#pass(client, upstream, waiting.subarray(0, length));
                waiting = waiting.subarray(length);
            }
        });
    }

    /** @param {Socket} client @param {Socket} upstream @param {Buffer} request */
    #pass(client, upstream, request) {
        if (!is_for_api(request)) return void upstream.write(request);
        const fate = Date.now() < this.#black_until ? 'lost' : fates[Math.floor(this.random() * fates.length)];
        this.met.push(fate);
        this.#suffer(fate, client, upstream, request);
    }

    /** @param {Fate} fate @param {Socket} client @param {Socket} upstream @param {Buffer} request */
    #suffer(fate, client, upstream, request) {
        switch (fate) {
            case 'whole':
                return void upstream.write(request);
            case 'late':
                return void setTimeout(() => upstream.write(request), 100 + 900 * this.random());
            case 'lost':
                return void client.resetAndDestroy();
            case 'cut':
                upstream.write(request.subarray(0, request.length / 2));
                return void setTimeout(() => client.resetAndDestroy(), 50);
            case 'unanswered':
            case 'half_answered':
                upstream.removeAllListeners('data');
                upstream.once('data', (answer) => {
                    if (fate === 'half_answered') client.write(answer.subarray(0, answer.length / 2));
                    setTimeout(() => client.destroy(), 20);
                });
                return void upstream.write(request);
            case 'closed_behind':
                return void upstream.end(request);
            case 'twice':
                this.#connect().on('data', () => undefined).write(request);
                return void upstream.write(request);
            case 'black_out':
                this.#black_until = Date.now() + this.black_out_ms;
                return void client.resetAndDestroy();
        }
    }
}
