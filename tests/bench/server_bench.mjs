// Measures the server under load: requests per second, latency, and above all CPU time per request, which
// survives a noisy machine. With --sync-ms each sync of a file takes so much longer, as on a real disk. The load comes
// from the same machine and takes its share of the processors.
// Usage: node tests/bench/server_bench.mjs HUIYIN [--seconds N] [--out FILE] [--web DIR] [--sync-ms N]
//        [--only read,write,files,storm]
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { send_cases_with_files, track_now_and_then } from "./lines.mjs";

const binary = process.argv[2] ?? "build/release/huiyin";
/** @param {string} name @param {string} otherwise */
const option = (name, otherwise) => {
    const at = process.argv.indexOf(name);
    return at < 0 ? otherwise : process.argv[at + 1];
};
const seconds = Number(option("--seconds", "8"));
const outFile = option("--out", "");
const webFolder = option("--web", "");
const sync_us = Number(option("--sync-ms", "0")) * 1000;
const only = option("--only", "");
const connections = 64;

const folder = mkdtempSync(join(tmpdir(), "huiyin-bench-"));

/** @param {string} text @param {{id: string, name: string, type: string, bytes: number}[]} [attachments] */
const submission = (text, attachments = []) => JSON.stringify({
    nature: "complaint", category: "environment.noise", district: "dongcheng", address: "12 Gulou East Street",
    description: `${text} The construction site behind our building works with drills every night until two. ` +
        "We have asked the foreman three times and were told to wait. Children in the house cannot sleep.",
    language: "en", visibility: "confidential",
    contact: { name: "A. Citizen", phone: "+86 10 5555 0100", preferred: "phone", language: "en" },
    attachments, channel: "web",
});

/** Older servers know fewer words. */
const helpOfServe = execFileSync(binary, ["serve", "--help"], { encoding: "utf8" });

/** The environment of a server on a slower disk. */
function slowDisk() {
    const library = join(folder, "slow_disk.so");
    execFileSync("cc", ["-shared", "-fPIC", "-O1", "-o", library, new URL("slow_disk.c", import.meta.url).pathname]);
    return { ...process.env, LD_PRELOAD: library, HUIYIN_SYNC_US: String(sync_us) };
}

async function startServer() {
    const words = ["serve", "--port", "0", "--data", join(folder, "data"), "--log", join(folder, "log"),
        ...(helpOfServe.includes("--work-after") ? ["--work-after", "0"] : []),
        ...(helpOfServe.includes("--behind") ? ["--behind", "127.0.0.1"] : [])];
    const server = spawn(binary, [...words, ...(webFolder ? ["--web", webFolder] : [])],
        { stdio: ["ignore", "pipe", "inherit"], env: sync_us > 0 ? slowDisk() : process.env });
    for await (const chunk of server.stdout) {
        const address = /http:\/\/\S+/.exec(String(chunk));
        if (address) return { process: server, url: address[0].replace(/\/$/, "") };
    }
    throw new Error("the server did not start");
}

/** @typedef {{process: import('node:child_process').ChildProcess, url: string}} Server */
/** @typedef {{number: string, access_code: string}} Receipt */
/** Without CPU time where two loads share it.
 * @typedef {{name: string, requests: number, per_second: number, p50_ms: number, p99_ms: number, errors: number,
 *            cpu_us_per_request?: number, rss_kb: number}} Load */

/** User and system time in microseconds, resident memory in kilobytes. @param {number | undefined} pid */
function used(pid) {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    const cpu_us = (Number(fields[11]) + Number(fields[12])) * 10_000;
    const rss_kb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
    return { cpu_us, rss_kb };
}

/** What wrk measured. @param {Server} server @param {string} name @param {string} script */
async function measured(server, name, script) {
    const file = join(folder, `${name}.lua`);
    writeFileSync(file, script + reportScript);
    const wrk = spawn("wrk", ["-t1", `-c${connections}`, `-d${seconds}s`, "--latency", "-s", file, server.url + "/"],
        { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    wrk.stdout.on("data", (chunk) => (text += chunk));
    await once(wrk, "close");
    return { name, ...JSON.parse(/REPORT (.*)/.exec(text)?.[1] ?? "{}"), rss_kb: used(server.process.pid).rss_kb };
}

/** @param {Server} server @param {() => Promise<Load>} load @returns {Promise<Load>} */
async function with_cpu(server, load) {
    const before = used(server.process.pid).cpu_us;
    const result = await load();
    return { ...result, cpu_us_per_request: (used(server.process.pid).cpu_us - before) / result.requests };
}

/** @param {Server} server @param {string} name @param {string} script */
const load = (server, name, script) => with_cpu(server, () => measured(server, name, script));

/** Few who look at their case while very many send theirs. @param {Server} server @param {Receipt[]} receipts */
async function storm(server, receipts) {
    const storming = measured(server, "POST case beside 8 who track", writeScript(stormKeys));
    const tracked = await track_now_and_then({ url: server.url, people: 8, seconds: seconds - 1, receipts });
    return [await storming, { name: "GET case in a storm of POST case", ...tracked, rss_kb: used(server.process.pid).rss_kb }];
}

/** @param {Server} server @returns {Promise<Load>} */
async function files(server) {
    const sent = await send_cases_with_files({ url: server.url, connections, seconds, submission });
    return { name: "case with a file of 30 kB", ...sent, rss_kb: used(server.process.pid).rss_kb };
}

const reportScript = `
function done(summary, latency, requests)
    io.write(string.format('REPORT {"requests":%d,"per_second":%.0f,"p50_ms":%.2f,"p99_ms":%.2f,"errors":%d}\\n',
        summary.requests, summary.requests / (summary.duration / 1000000), latency:percentile(50) / 1000,
        latency:percentile(99) / 1000, summary.errors.connect + summary.errors.read + summary.errors.write +
        summary.errors.status + summary.errors.timeout))
end
`;

/** @param {string} url @param {string} key @returns {Promise<Receipt>} */
async function submit(url, key) {
    const response = await fetch(`${url}/api/v1/cases`, {
        method: "POST", headers: { "Content-Type": "application/json", "Idempotency-Key": key },
        body: submission("Noise at night."),
    });
    if (response.status !== 201) throw new Error(`submitting answered ${response.status}: ${await response.text()}`);
    return response.json();
}

/** Many cases, so that reading does not measure one row in a cache line. @param {string} url @param {number} count */
async function prepareCases(url, count) {
    /** @type {Receipt[]} */
    const receipts = [];
    while (receipts.length < count) {
        const keys = Array.from({ length: 50 }, (_, index) => `p${receipts.length + index}`);
        receipts.push(...await Promise.all(keys.map((key) => submit(url, key))));
    }
    return receipts;
}

/** @param {Receipt[]} receipts */
const readScript = (receipts) => `
local cases = {${receipts.map((r) => `{"${r.number}","${r.access_code}"}`).join(",")}}
local turn = 0
function request()
    turn = turn % #cases + 1
    return wrk.format("GET", "/api/v1/cases/" .. cases[turn][1], {["X-Access-Code"] = cases[turn][2]})
end
`;

/** Keys as the portal makes them: UUIDs that begin with the time in milliseconds. */
const portalKeys = `
local ffi = require("ffi")
ffi.cdef[[
    typedef struct { long seconds; long microseconds; } time_of_day;
    int gettimeofday(time_of_day *time, void *zone);
]]
local time = ffi.new("time_of_day")
function key(turn)
    ffi.C.gettimeofday(time, nil)
    local ms = tonumber(time.seconds) * 1000 + math.floor(tonumber(time.microseconds) / 1000)
    return string.format("%08x-%04x-7%03x-8%03x-%012x", math.floor(ms / 65536), ms % 65536, turn % 4096,
        math.random(0, 4095), turn)
end
`;
/** Keys as another client may make them. */
const otherKeys = 'function key(turn) return "other-" .. turn end';
const listingKeys = 'function key(turn) return "listing-" .. turn end';
const stormKeys = 'function key(turn) return "storm-" .. turn end';

/** @param {string} keys */
const writeScript = (keys) => `${keys}
local turn = 0
local body = [==[${submission("Case of the load test.")}]==]
function request()
    turn = turn + 1
    local headers = {["Content-Type"] = "application/json", ["Idempotency-Key"] = key(turn)}
    return wrk.format("POST", "/api/v1/cases", headers, body)
end
`;

/** Each case lists a file of its own, which travels still. */
const listScript = `${listingKeys}
local turn = 0
local body = [==[${submission("Case of the load test.", [{ id: "ID", name: "a.png", type: "image/png", bytes: 3000 }])}]==]
function request()
    turn = turn + 1
    local headers = {["Content-Type"] = "application/json", ["Idempotency-Key"] = key(turn)}
    local listing = body:gsub('"ID"', string.format('"%032x"', turn))
    return wrk.format("POST", "/api/v1/cases", headers, listing)
end
`;

/** What the disk itself allows: one small row a commit, by the sqlite library that node or python brings. */
function rawCommitsPerSecond() {
    const program = `
import sqlite3, time, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA journal_mode = WAL"); db.execute("PRAGMA synchronous = FULL")
db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, body TEXT)")
end = time.time() + 2; count = 0
while time.time() < end:
    db.execute("INSERT INTO t (body) VALUES (?)", ("x" * 1000,)); count += 1
print(count / 2)`;
    return Math.round(Number(execFileSync("python3", ["-c", program, join(folder, "raw.db")])));
}

/** @param {Load[]} results @param {number} raw */
function table(results, raw) {
    /** @param {(string | number)[]} cells */
    const row = (cells) => "| " + cells.join(" | ") + " |";
    const lines = [row(["load", "requests/s", "p50 ms", "p99 ms", "CPU µs/request", "RSS MB", "errors"])];
    lines.push(row(Array(7).fill("---")));
    for (const r of results) {
        const [cpu, rss] = [r.cpu_us_per_request?.toFixed(1) ?? "–", (r.rss_kb / 1024).toFixed(0)];
        lines.push(row([r.name, r.per_second, r.p50_ms, r.p99_ms, cpu, rss, r.errors]));
    }
    return [...lines, `raw SQLite commits of the same disk: ${raw} a second`].join("\n");
}

const server = await startServer();
try {
    const receipts = await prepareCases(server.url, 500);
    const results = [];
    const is_wanted = (/** @type {string} */ kind) => only === "" || only.split(",").includes(kind);
    if (is_wanted("read")) results.push(await load(server, "GET case", readScript(receipts)));
    if (is_wanted("write")) {
        results.push(await load(server, "POST case", writeScript(portalKeys)));
        results.push(await load(server, "POST case, random keys", writeScript(otherKeys)));
    }
    if (is_wanted("files")) {
        results.push(await load(server, "POST case, listing a file", listScript));
        results.push(await with_cpu(server, () => files(server)));
    }
    if (is_wanted("storm")) results.push(...await storm(server, receipts));
    if (is_wanted("read")) results.push(await load(server, "GET file", ""));
    const raw = rawCommitsPerSecond();
    console.log(table(results, raw));
    const report = { connections, seconds, results, raw_commits_per_second: raw };
    if (outFile) writeFileSync(outFile, JSON.stringify(report, null, 2));
} finally {
    server.process.kill("SIGTERM");
    if (server.process.exitCode === null) await once(server.process, "exit");
    rmSync(folder, { recursive: true, force: true });
}
