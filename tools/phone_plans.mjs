// Writes what the npm package libphonenumber-js knows of telephone numbers: for each country calling code how its
// numbers are made, as a C++ table; and numbers as people type them with what the library reads in them, for the
// tests. usage: node tools/phone_plans.mjs PLANS EXAMPLES
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const require = createRequire(import.meta.url);

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(require.resolve(path), 'utf8'));

/** @typedef {(string | number | number[] | undefined)[]} Country */

// Where its metadata, version 4, keeps what is needed of a country.
const at = { pattern: 2, lengths: 3, prefix: 5, prefix_for_parsing: 7, transform: 8 };

/** @param {unknown} text */
const literal = (text) => `R"(${text || ''})"`;

/** @param {string} code @param {Country[]} countries The first is the one that the code is known for. */
function plan(code, countries) {
    const [main] = countries;
    const lengths = countries.flatMap((country) => /** @type {number[]} */ (country[at.lengths]));
    const bits = [...new Set(lengths)].reduce((sum, length) => sum + 2 ** length, 0);
    const prefix = main[at.prefix_for_parsing] || main[at.prefix];
    const texts = [main[at.pattern], prefix, main[at.transform]].map(literal);
    return `    {"${code}", 0x${bits.toString(16)}, ${texts.join(', ')}},\n`;
}

/** @param {any} metadata */
function plans_of({ version, country_calling_codes, countries, nonGeographic }) {
    if (version !== 4) throw new Error(`metadata of version ${version} is not understood`);
    const rows = Object.entries(country_calling_codes).map(([code, names]) => {
        return plan(code, /** @type {string[]} */ (names).map((name) => countries[name]));
    });
    const others = Object.entries(nonGeographic).map(([code, country]) => plan(code, [/** @type {Country} */ (country)]));
    return [...rows, ...others].sort().join('');
}

/** @param {string} output @param {string} type @param {string} name @param {string} rows */
function write_table(output, type, name, rows) {
    const source = `libphonenumber-js ${read('libphonenumber-js/package.json').version}`;
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, `// From ${source}.\nconstexpr ${type} ${name}[] = {\n${rows}};\n`);
}

/** A country's example as people type it. @param {any} number */
function typed_forms(number) {
    const { countryCallingCode: code, nationalNumber } = number;
    const international = number.formatInternational();
    const spoken = `+${code} (0) ${nationalNumber}`;
    return [
        international,
        international.replace('+', '00'),
        international.replaceAll(' ', '-'),
        `(+${code})${nationalNumber}`,
        spoken,
    ];
}

/** @param {string} output @param {any} metadata */
async function write_examples(output, metadata) {
    const { getExampleNumber, parsePhoneNumberFromString } = await import('libphonenumber-js/core');
    const examples = read('libphonenumber-js/examples.mobile.json');
    const rows = Object.keys(examples).flatMap((country) => {
        const number = getExampleNumber(/** @type {any} */ (country), examples, metadata);
        return typed_forms(number).flatMap((typed) => {
            const understood = parsePhoneNumberFromString(typed, { defaultCountry: 'CN' }, metadata);
            return understood?.isPossible() ? [`    {"${typed}", "${understood.number}"},\n`] : [];
        });
    });
    write_table(output, 'Example', 'examples', rows.join(''));
}

const [plans, examples] = process.argv.slice(2);
const metadata = read('libphonenumber-js/metadata.min.json');
write_table(plans, 'Plan', 'plans', plans_of(metadata));
await write_examples(examples, metadata);
