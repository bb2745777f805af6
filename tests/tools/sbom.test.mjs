// The list of parts of others is CycloneDX's, whole, and true of the server and of the lock file.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { behind, linked_libraries, locked_packages, sbom } from '../../tools/sbom.mjs';
import { from_npm, in_repository, server_program } from '../e2e/support/repository.mjs';

/** @typedef {{ name: string, version: string, purl: string, scope: string, hashes?: unknown[] }} Part */

const schemas = join(in_repository('tools'), 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
const bom = JSON.parse(sbom(server_program));
/** @type {Part[]} */
const parts = bom.components;
/** @param {string} start of the address @param {string} [scope] */
const named = (start, scope) => parts.filter((part) => part.purl.startsWith(start) && part.scope === (scope ?? part.scope)).map(({ name }) => name);

/** What the format has against a list. @param {unknown} list */
function faults_of(list) {
    const Ajv = from_npm('ajv');
    const ajv = new Ajv({ strict: false, allErrors: true });
    from_npm('ajv-formats')(ajv);
    for (const format of ['iri-reference', 'idn-email']) ajv.addFormat(format, true);
    const schema_of = (/** @type {string} */ name) => JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), 'utf8'));
    for (const name of ['spdx', 'jsf-0.82']) ajv.addSchema({ ...schema_of(name), $id: `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json` });
    const check = ajv.compile(schema_of('bom-1.6'));
    return check(list) ? [] : check.errors.map((/** @type {{ instancePath: string, message: string }} */ error) => `${error.instancePath} ${error.message}`);
}

test('the list of parts is CycloneDX', () => {
    assert.deepEqual(faults_of(bom), []);
    assert.notDeepEqual(faults_of({ ...bom, components: [{ name: 'a part of no type' }] }), []);
});

test('every npm package stands in it with its version, from the registry and with its hash', () => {
    const locked = locked_packages();
    assert.equal(named('pkg:npm/').length, locked.length);
    for (const [place, { version, integrity, resolved }] of locked) {
        const part = parts.find(({ purl, name }) => place.endsWith(`node_modules/${name}`) && purl.endsWith(`@${version}`));
        assert.equal(part?.hashes?.length, 1, place);
        assert.match(integrity ?? '', /^sha512-/, place);
        assert.equal(resolved, undefined, `${place} comes from the registry and from nowhere else`);
    }
});

test('what is served and what only builds and tests are told apart', () => {
    const served = named('pkg:npm/', 'required');
    for (const name of ['idb', 'qr', 'workbox-core', 'tus-js-client', 'js-base64', '@noble/ciphers', '@fontsource-variable/noto-sans']) assert.ok(served.includes(name), name);
    for (const name of ['typescript', 'esbuild', 'playwright-core', 'ajv', 'survey-core']) assert.ok(named('pkg:npm/', 'excluded').includes(name), name);
});

test('every library that the server is linked with stands in it with the version that is installed', () => {
    const debian = named('pkg:deb/debian/', 'required');
    assert.ok(linked_libraries(server_program).some((path) => path.includes('libsqlite3')), 'the server is linked with SQLite');
    for (const library of ['libsqlite3-0', 'libsodium23', 'liboath0', 'libssl3', 'libc6', 'libstdc++6', 'libboost1.81-dev', 'nlohmann-json3-dev', 'emscripten']) assert.ok(debian.includes(library), library);
    const version = execFileSync('dpkg-query', ['-W', '-f', '${Version}', 'libsqlite3-0'], { encoding: 'utf8' });
    assert.equal(parts.find(({ name }) => name === 'libsqlite3-0')?.version, version);
    assert.deepEqual(named('pkg:generic/', 'required'), ['icu', 'imgui']);
});

test('a part that apt knows a newer version of is named', () => {
    const policy = 'libone:\n  Installed: 1.0-1\n  Candidate: 1.0-2\n  Version table:\nlibtwo:\n  Installed: 2\n  Candidate: 2\n';
    assert.deepEqual(behind(policy), ['libone 1.0-1: there is 1.0-2']);
});
