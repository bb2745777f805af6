// The repository's own text files, for the checks that read them all.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const folders = ['assets', 'core', 'i18n', 'server', 'tests', 'tools', 'web'];
const ignored = new Set(['node_modules', 'build', '.git']);

/** Paths below a folder, with slashes, sorted. @param {string} root @param {string} folder @returns {string[]} */
function files_below(root, folder) {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    return entries
        .filter((entry) => !ignored.has(entry.name))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap((entry) => {
            const path = `${folder}/${entry.name}`;
            if (entry.isDirectory()) return files_below(root, path);
            return entry.isFile() ? [path] : [];
        });
}

/** Every own file with one of these endings. @param {string} root @param {string[]} endings ".cpp" */
export function own_files(root, endings) {
    const present = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return folders
        .filter((folder) => present.some((entry) => entry.name === folder))
        .flatMap((folder) => files_below(root, folder))
        .filter((path) => endings.includes(extname(path)));
}

/** @param {string} root @param {string} path */
export function text_of(root, path) {
    return readFileSync(join(root, path), 'utf8');
}
