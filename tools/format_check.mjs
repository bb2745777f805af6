// Fails when clang-format would change one of our own C++ sources.
// usage: node tools/format_check.mjs
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { own_files } from './own_sources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = own_files(root, ['.cpp', '.h']);
const { status, error } = spawnSync('clang-format', ['--dry-run', '-Werror', ...sources], { cwd: root, stdio: 'inherit' });
if (error) console.error(`clang-format cannot be run: ${error.message}`);
console.log(`${sources.length} C++ sources`);
process.exitCode = status === 0 && sources.length > 0 ? 0 : 1;
