// Loads that wrk cannot make: cases with a file each, begun and sent by tus and then listed by the case; and people
// who look at their case now and then.
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const bytes = 30_000;
const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 40, 0, 0, 0, 30, 8, 2, 0, 0, 0]);
const file = Buffer.concat([head, Buffer.alloc(bytes - head.length, 'x')]);

/** One request after the other; answers are read only as far as they are needed. */
class Line {
    #socket;
    #received = '';
    /** @type {((answer: string) => void) | undefined} */
    #heard;

    /** @param {string} url */
    constructor(url) {
        const { hostname, port } = new URL(url);
        this.#socket = connect(Number(port), hostname).setNoDelay(true).setEncoding('latin1');
        this.#socket.on('data', (text) => this.#take(String(text)));
    }

    /** @param {string} text */
    #take(text) {
        this.#received += text;
        const end = this.#received.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = Number(/\r\nContent-Length: (\d+)/i.exec(this.#received)?.[1] ?? 0);
        if (this.#received.length < end + 4 + length) return;
        const answer = this.#received;
        this.#received = '';
        this.#heard?.(answer);
    }

    /** @param {string} request @param {Record<string, string | number>} headers @param {string | Buffer} body */
    asks(request, headers, body = '') {
        const lines = Object.entries({ Host: 'h', 'Content-Length': Buffer.byteLength(body), ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
        this.#socket.cork();
        this.#socket.write(`${request} HTTP/1.1\r\n${lines.join('')}\r\n`);
        this.#socket.write(body);
        this.#socket.uncork();
        return new Promise((/** @type {(answer: string) => void} */ resolve) => (this.#heard = resolve));
    }

    close() {
        this.#socket.destroy();
    }
}

/** @param {string} text */
const base64 = (text) => Buffer.from(text).toString('base64');

/** @typedef {(text: string, attachments: {id: string, name: string, type: string, bytes: number}[]) => string} Submission */

/** @param {Line} line @param {number} turn @param {Submission} submission @returns {Promise<boolean>} */
async function sends_case(line, turn, submission) {
    const id = 'f' + turn.toString(16).padStart(31, '0');
    // As a proxy says it, for nobody may begin very many files.
    const visitor = `10.${(turn >> 16) & 255}.${(turn >> 8) & 255}.${turn & 255}`;
    const tus = { 'Tus-Resumable': '1.0.0', 'X-Forwarded-For': visitor };
    const begun = await line.asks('POST /api/v1/uploads', { ...tus, 'Upload-Length': bytes, 'Upload-Metadata': `id ${base64(id)},filetype ${base64('image/png')}` });
    const address = /\r\nLocation: (\S+)/i.exec(begun)?.[1];
    if (!address) return false;
    const sent = await line.asks(`PATCH ${address}`, { ...tus, 'Upload-Offset': 0, 'Content-Type': 'application/offset+octet-stream' }, file);
    const body = submission('Case of the load test.', [{ id, name: 'a.png', type: 'image/png', bytes }]);
    const stored = await line.asks('POST /api/v1/cases', { 'Content-Type': 'application/json', 'Idempotency-Key': `file-${id}` }, body);
    return sent.startsWith('HTTP/1.1 204') && stored.startsWith('HTTP/1.1 201');
}

/** @param {number[]} times @param {number} begin @param {number} errors */
function summary(times, begin, errors) {
    times.sort((one, other) => one - other);
    /** @param {number} share */
    const at = (share) => Number(times[Math.floor(times.length * share)].toFixed(2));
    return { requests: times.length, per_second: Math.round(times.length / ((performance.now() - begin) / 1000)), p50_ms: at(0.5), p99_ms: at(0.99), errors };
}

/** @param {{url: string, people: number, seconds: number, receipts: {number: string, access_code: string}[]}} order */
export async function track_now_and_then({ url, people, seconds, receipts }) {
    /** @type {number[]} */
    const times = [];
    let errors = 0;
    const begin = performance.now();
    const person = async (/** @type {number} */ turn) => {
        const line = new Line(url);
        for (; performance.now() < begin + seconds * 1000; turn += people) {
            const { number, access_code } = receipts[turn % receipts.length];
            const from = performance.now();
            const answer = await line.asks(`GET /api/v1/cases/${number}`, { 'X-Access-Code': access_code });
            times.push(performance.now() - from);
            errors += answer.startsWith('HTTP/1.1 200') ? 0 : 1;
            await pause(10);
        }
        line.close();
    };
    await Promise.all(Array.from({ length: people }, (_, turn) => person(turn)));
    return summary(times, begin, errors);
}

/** A case counts when its file and it are acknowledged; its time is that of all three requests.
 * @param {{url: string, connections: number, seconds: number, submission: Submission}} order */
export async function send_cases_with_files({ url, connections, seconds, submission }) {
    /** @type {number[]} */
    const times = [];
    let turn = 0;
    let errors = 0;
    const begin = performance.now();
    const until = begin + seconds * 1000;
    const sender = async () => {
        const line = new Line(url);
        while (performance.now() < until) {
            const from = performance.now();
            const is_stored = await sends_case(line, ++turn, submission);
            errors += is_stored ? 0 : 1;
            times.push(performance.now() - from);
        }
        line.close();
    };
    await Promise.all(Array.from({ length: connections }, sender));
    return summary(times, begin, errors);
}
