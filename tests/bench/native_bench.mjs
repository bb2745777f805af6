// Programs that measure themselves and print JSON: {"rows": [{"name", "value", "unit", "at_most"?}]}.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { in_repository } from '../e2e/support/repository.mjs';

/** @typedef {import('./rows.mjs').Row} Row */

/** @param {string} program @param {string[]} words @returns {Row[]} */
export function measured_by(program, ...words) {
    if (!existsSync(in_repository(program))) {
        return [{ name: program, value: null, unit: '', note: 'not built' }];
    }
    return JSON.parse(execFileSync(in_repository(program), words, { encoding: 'utf8', cwd: in_repository('') })).rows;
}
