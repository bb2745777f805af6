// Measures the portal and the server; prints a table and writes build/bench.json.
import { mkdirSync, writeFileSync } from 'node:fs';
import { in_repository } from '../e2e/support/repository.mjs';
import { journey_bench, many_cases_bench, server_bench, text_bench } from './native_bench.mjs';
import { keeps_budget, table } from './rows.mjs';
import { start_bench } from './start_bench.mjs';
import { work_bench } from './work_bench.mjs';

const rows = [...journey_bench(), ...text_bench(), ...(await start_bench()), ...(await work_bench()), ...server_bench(), ...many_cases_bench()];
console.log(table(rows));
const file = in_repository('build/bench.json');
mkdirSync(in_repository('build'), { recursive: true });
writeFileSync(file, JSON.stringify({ rows: rows.map((row) => ({ ...row, kept: keeps_budget(row) })) }, null, 2) + '\n');
console.log(`\nWritten to ${file}`);
