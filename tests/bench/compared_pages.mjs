// The portal beside two other pages with the fields of a case, a plain HTML form and a SurveyJS form, all served by
// the same server and compressed alike.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { from_npm, in_repository, portal_folder } from '../e2e/support/repository.mjs';

/** @type {typeof import('esbuild')} */
const { buildSync } = from_npm('esbuild');

const source = in_repository('tests/bench/compared');

/** Where each page is served. */
export const compared = {
    plain: '/compared/plain.html',
    survey: '/compared/survey.html',
    portal: '/submit',
};

/** @param {string} folder @param {string} name @param {Uint8Array} bytes */
function write(folder, name, bytes) {
    writeFileSync(join(folder, name), bytes);
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
}

/** @param {string} folder */
function write_survey(folder) {
    const { outputFiles } = buildSync({
        entryPoints: [join(source, 'survey_form.mjs')],
        nodePaths: [in_repository('tools/node_modules')],
        bundle: true,
        minify: true,
        outdir: folder,
        write: false,
    });
    for (const { path, contents } of outputFiles) write(folder, path.slice(folder.length + 1), contents);
}

/** Calls with a folder of what is served, and takes the folder away again.
 * @template T @param {(folder: string) => Promise<T>} body @returns {Promise<T>} */
export async function with_compared_pages(body) {
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-compared-'));
    try {
        cpSync(portal_folder, folder, { recursive: true });
        const beside = join(folder, 'compared');
        mkdirSync(beside);
        for (const name of ['plain.html', 'survey.html']) write(beside, name, readFileSync(join(source, name)));
        write_survey(beside);
        return await body(folder);
    } finally {
        rmSync(folder, { recursive: true });
    }
}
