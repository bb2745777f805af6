// Holds the sources against the rooms and directions of ARCHITECTURE.md: who may include whom, which room
// hides which library, and a few habits that are easier kept than regained.
// usage: node tools/structure_check.mjs [ROOT]
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { own_files, text_of } from './own_sources.mjs';

/** Room: where it lies (the first that fits), and the rooms whose headers it may include besides its own. */
const rooms = [
    { name: 'base', folder: 'core/base/', uses: [] },
    { name: 'domain', folder: 'core/domain/', uses: ['base'] },
    { name: 'protocol', folder: 'core/protocol/', uses: ['domain', 'base'] },
    { name: 'i18n', folder: 'i18n/', uses: ['base'] },
    { name: 'ui', folder: 'core/ui/', uses: ['i18n', 'base'] },
    { name: 'screens', folder: 'core/screens/', uses: ['domain', 'ui', 'i18n', 'base'] },
    { name: 'app', folder: 'core/app/', uses: ['screens', 'protocol', 'domain', 'ui', 'i18n', 'base'] },
    { name: 'web', folder: 'web/', uses: ['app', 'screens', 'protocol', 'domain', 'ui', 'i18n', 'base'] },
    { name: 'store', folder: 'server/store/', uses: ['protocol', 'domain', 'base'] },
    { name: 'files', folder: 'server/files/', uses: ['domain', 'base'] },
    { name: 'api', folder: 'server/api/', uses: ['files', 'store', 'protocol', 'domain', 'i18n', 'base'] },
    { name: 'http', folder: 'server/http/', uses: ['api', 'protocol', 'i18n', 'base'] },
    { name: 'cli', folder: 'server/cli/', uses: ['http', 'api', 'files', 'store', 'protocol', 'domain', 'i18n', 'base'] },
    { name: 'demo', folder: 'server/demo/', uses: ['cli', 'http', 'api', 'files', 'store', 'protocol', 'domain', 'i18n', 'base'] },
    { name: 'server', folder: 'server/', uses: ['cli', 'http', 'api', 'files', 'store', 'protocol', 'domain', 'i18n', 'base'] },
    { name: 'tools', folder: 'tools/', uses: ['i18n', 'base'] },
    { name: 'tests', folder: 'tests/', uses: ['*'] },
];

/** Library: how its headers begin, and the only rooms that may include them. Tests may include any. */
const libraries = [
    { name: 'ICU', headers: /^(unicode\/|brkeng\.h$)/, rooms: ['i18n', 'tools'] },
    { name: 'nlohmann/json', headers: /^nlohmann\//, rooms: ['protocol'], files: ['i18n/catalogue.cpp'] },
    { name: 'Dear ImGui', headers: /^im(gui|config|stb_)/, rooms: ['ui'] },
    { name: 'Emscripten', headers: /^(emscripten|GLES\d|EGL|webgl)\b/, rooms: ['web'] },
    { name: 'Boost.Test', headers: /^boost\/test\//, rooms: [] },
    { name: 'Boost', headers: /^boost\//, rooms: ['http'] },
    { name: 'SQLite', headers: /^sqlite3/, rooms: ['store'] },
    { name: 'PostgreSQL', headers: /^(libpq|pqxx|postgres)/, rooms: ['store'] },
    { name: 'CLD2', headers: /^cld2\//, rooms: ['api'] },
    { name: 'libsodium', headers: /^sodium/, rooms: ['api'] },
    { name: 'liboath', headers: /^liboath\//, rooms: ['api'] },
    { name: 'OpenSSL', headers: /^openssl\//, rooms: ['files'] },
    { name: 'spdlog', headers: /^(spdlog|fmt)\//, rooms: ['http'] },
    { name: 'Brotli', headers: /^(brotli\/|zlib\.h)/, rooms: ['http'] },
    {
        name: 'the operating system',
        headers: /^(sys\/|arpa\/|netinet\/|unistd|fcntl|termios|signal|poll|spawn|pthread|dlfcn|dirent)/,
        rooms: ['store', 'files', 'api', 'http', 'cli'],
    },
];

/** Headers that the build writes. */
const generated = /^(embedded\/|(chinese_letters|common_passwords|icon_strokes|official_days|phone_examples|phone_plans)\.inc$)/;
const standard = /^(c?[a-z_0-9]+|(assert|errno|float|limits|locale|math|stdarg|stddef|stdint|stdio|stdlib|string|time)\.h)$/;
const longest_file = 600;
/** Spelled so that this file passes its own check. */
const leftovers = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].join('|')})\\b`);

const cpp = ['.cpp', '.h', '.inc'];
const code = [...cpp, '.mjs', '.js', '.css', '.sh', '.cmake', '.sql'];

/** @typedef {{ path: string, line: number, target: string, quoted: boolean }} Include */

/** @param {string} path */
function room_of(path) {
    return rooms.find((room) => path.startsWith(room.folder));
}

/** @param {string} path @param {string} text @returns {Include[]} */
function includes_in(path, text) {
    return text.split('\n').flatMap((line, index) => {
        const match = /^\s*#\s*include\s*(["<])([^">]+)[">]/.exec(line);
        return match ? [{ path, line: index + 1, target: match[2], quoted: match[1] === '"' }] : [];
    });
}

/** The screen that a file belongs to; nothing for what all screens share. @param {string} path */
function screen_of(path) {
    return /^core\/screens\/([^/]+)\//.exec(path)?.[1];
}

/** What is wrong with including one of our own headers. @param {Include} include */
function own_header_fault({ path, target }) {
    const from = room_of(path);
    const to = room_of(target);
    if (!from || !to) return `includes ${target}, which lies in no room`;
    if (from !== to && !from.uses.includes(to.name) && !from.uses.includes('*')) {
        return `${from.name} must not use ${to.name} (${target})`;
    }
    const [screen, other] = [screen_of(path), screen_of(target)];
    if (screen && other && screen !== other) return `the screens ${screen} and ${other} must not know each other`;
    return undefined;
}

/** @param {Include} include */
function library_fault({ path, target }) {
    const room = room_of(path);
    const library = libraries.find(({ headers }) => headers.test(target));
    if (!library) return standard.test(target) ? undefined : `includes <${target}>, which no room is known to hide`;
    const is_allowed =
        room?.name === 'tests' || library.rooms.includes(room?.name ?? '') || library.files?.includes(path);
    return is_allowed ? undefined : `${room?.name} must not include ${library.name} (${target})`;
}

/** @param {string} root @param {Include} include */
function include_fault(root, include) {
    if (include.quoted && existsSync(join(root, include.target))) return own_header_fault(include);
    if (include.quoted && generated.test(include.target)) return undefined;
    if (include.quoted && !libraries.some(({ headers }) => headers.test(include.target))) {
        return `"${include.target}" is no path from the top of the repository`;
    }
    return library_fault(include);
}

/** What a file must not see, not even through other headers. @param {string} path */
function unseen_room(path) {
    if (/^core\/screens\/.*\bupdate\.cpp$/.test(path)) return 'core/ui/';
    if (/^core\/screens\/.*\bview\.cpp$/.test(path)) return 'core/protocol/';
    return undefined;
}

/** The chain of headers by which a file sees a folder. @param {Map<string, Include[]>} includes @param {string} path @param {string} folder @returns {string[] | undefined} */
function way_to(includes, path, folder, seen = new Set()) {
    for (const { target } of includes.get(path) ?? []) {
        if (target.startsWith(folder)) return [target];
        if (seen.has(target)) continue;
        seen.add(target);
        const rest = way_to(includes, target, folder, seen);
        if (rest) return [target, ...rest];
    }
    return undefined;
}

/** @param {Map<string, Include[]>} includes */
function sight_faults(includes) {
    return [...includes.keys()].flatMap((path) => {
        const folder = unseen_room(path);
        const way = folder && way_to(includes, path, folder);
        return way ? [`${path}: must not see ${folder} (${way.join(' → ')})`] : [];
    });
}

/** @param {string} path @param {string} text */
function habit_faults(path, text) {
    const lines = text.split('\n');
    const faults = lines.flatMap((line, index) =>
        leftovers.test(line) ? [`${path}:${index + 1}: something is left to be done`] : [],
    );
    if (lines.length - 1 > longest_file) faults.push(`${path}: ${lines.length - 1} lines are more than ${longest_file}`);
    if (path.endsWith('.h') && lines[0] !== '#pragma once') faults.push(`${path}: does not begin with #pragma once`);
    return faults;
}

/** Everything wrong with a tree, one line each. @param {string} root @returns {string[]} */
export function faults_in(root) {
    const includes = new Map(own_files(root, cpp).map((path) => [path, includes_in(path, text_of(root, path))]));
    const arrows = [...includes.values()].flat().flatMap((include) => {
        const fault = include_fault(root, include);
        return fault ? [`${include.path}:${include.line}: ${fault}`] : [];
    });
    const habits = own_files(root, code).flatMap((path) => habit_faults(path, text_of(root, path)));
    return [...arrows, ...sight_faults(includes), ...habits];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
    const sources = own_files(root, cpp).length;
    const faults = faults_in(root);
    for (const fault of faults) console.error(fault);
    console.log(`${sources} C++ sources, ${faults.length} faults`);
    if (sources === 0 || faults.length > 0) process.exit(1);
}
