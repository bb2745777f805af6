// One measured figure a row; a table for people, JSON for machines.

/** @typedef {object} Row
 * @property {string} name
 * @property {number | null} value null when there was nothing to measure
 * @property {string} unit
 * @property {number} [at_most] the budget
 * @property {number} [at_least]
 * @property {string} [note]
 */

/** @param {Row} row @returns {boolean | null} */
export function keeps_budget({ value, at_most, at_least }) {
    if (value === null || (at_most === undefined && at_least === undefined)) return null;
    return value <= (at_most ?? Infinity) && value >= (at_least ?? -Infinity);
}

/** @param {number} value */
function rounded(value) {
    if (Number.isInteger(value)) return value.toLocaleString('en');
    return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

/** @param {Row} row */
function columns(row) {
    const budget = row.at_most !== undefined ? `≤ ${rounded(row.at_most)}` : row.at_least !== undefined ? `≥ ${rounded(row.at_least)}` : '';
    const verdict = { true: 'kept', false: 'MISSED', null: '' }[String(keeps_budget(row))] ?? '';
    return [row.name, row.value === null ? '–' : rounded(row.value), row.unit, budget, verdict, row.note ?? ''];
}

/** @param {Row[]} rows */
export function table(rows) {
    const cells = rows.map(columns);
    const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
    return cells
        .map((row) => row.map((cell, column) => (column === 1 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))))
        .map((row) => row.join('  ').trimEnd())
        .join('\n');
}

/** @param {number[]} values */
export function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)];
}
