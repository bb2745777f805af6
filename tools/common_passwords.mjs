// Writes the passwords that too many people have, gathered from leaks by the npm package
// @zxcvbn-ts/language-common, as a sorted C++ table: those which are long enough to be taken.
// usage: node tools/common_passwords.mjs FILE
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const require = createRequire(import.meta.url);
const shortest = 8;

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(require.resolve(path), 'utf8'));

/** @type {string[]} */
const all = read('@zxcvbn-ts/language-common/src/passwords.json');
const taken = [...new Set(all.map((password) => password.toLowerCase()))].filter((password) => password.length >= shortest);
if (taken.length < 10_000) throw new Error(`only ${taken.length} passwords are known`);
const strange = taken.find((password) => !/^[\x20-\x7e]+$/.test(password));
if (strange) throw new Error(`"${strange}" is not ASCII`);
const rows = taken.sort().map((password) => `    ${JSON.stringify(password)}sv,\n`).join('');
const [output] = process.argv.slice(2);
mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, `// From @zxcvbn-ts/language-common ${read('@zxcvbn-ts/language-common/package.json').version}.\nconstexpr std::string_view common_passwords[] = {\n${rows}};\n`);
