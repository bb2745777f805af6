// Writes which parts of others a build is made of (SBOM), as CycloneDX 1.6: npm packages by the lock file, Debian's by
// what is installed and what the server is linked with. Parts that only build or test have the scope "excluded".
// usage: node tools/sbom.mjs --server FILE [--out FILE]    the list itself
//        node tools/sbom.mjs --server FILE --behind        which of Debian's parts apt knows a newer version of
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { own_files, text_of } from './own_sources.mjs';

/** @type {typeof import('@cyclonedx/cyclonedx-library')} */
const { Enums, Models, Serialize, Spec } = createRequire(import.meta.url)('@cyclonedx/cyclonedx-library');

const root = fileURLToPath(new URL('../', import.meta.url));

/** These take data of packages into the program and into what is served. */
const data_tools = ['calendar', 'common_passwords', 'icons', 'letters', 'phone_plans', 'typefaces'].map((name) => `tools/${name}.mjs`);

/** @typedef {{ version: string, integrity?: string, resolved?: string, license?: string, dependencies?: Record<string, string> }} Locked */
/** @typedef {{ name: string, version: string, source: string, architecture: string }} DebianPackage */

/** What the lock file names, by its place. @returns {[string, Locked][]} */
export const locked_packages = () => Object.entries(/** @type {Record<string, Locked>} */ (JSON.parse(text_of(root, 'tools/package-lock.json')).packages)).filter(([place]) => place !== '');

/** @param {string} place "node_modules/a/node_modules/@b/c" */
const name_at = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** The packages of which the portal, its scripts or its data are made; what those need is taken in with them.
 * @param {[string, Locked][]} packages @returns {Set<string>} places */
function built_in(packages) {
    const places = new Map(packages);
    const texts = [...own_files(root, ['.js']).filter((path) => path.startsWith('web/')), ...data_tools].map((path) => text_of(root, path));
    const is_named = (/** @type {string} */ name) => texts.some((text) => text.includes(`'${name}'`) || text.includes(`'${name}/`) || (name.startsWith('@fontsource-variable/') && text.includes('node_modules/@fontsource-variable/')));
    const found = new Set(packages.map(([place]) => place).filter((place) => is_named(name_at(place)) && place === `node_modules/${name_at(place)}`));
    for (const place of found) {
        const needed = Object.keys(places.get(place)?.dependencies ?? {});
        for (const name of needed) {
            const nested = `${place}/node_modules/${name}`;
            found.add(places.has(nested) ? nested : `node_modules/${name}`);
        }
    }
    return found;
}

/** npm writes hashes as "sha512-" and base64. @param {string} integrity */
const hash_of = (integrity) => /** @type {const} */ ([Enums.HashAlgorithm['SHA-512'], Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex')]);

/** @param {string} place @param {Locked} locked @param {boolean} is_built_in */
function npm_part(place, { version, integrity, license }, is_built_in) {
    const name = name_at(place);
    const licenses = new Models.LicenseRepository(license ? [/[ (]/.test(license) ? new Models.LicenseExpression(license) : new Models.NamedLicense(license)] : []);
    const hashes = new Models.HashDictionary(integrity ? [hash_of(integrity)] : []);
    const scope = is_built_in ? Enums.ComponentScope.Required : Enums.ComponentScope.Excluded;
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    return new Models.Component(Enums.ComponentType.Library, name, { bomRef: `${purl}#${place}`, version, purl, hashes, licenses, scope });
}

/** @param {string[]} names @returns {DebianPackage[]} */
function installed(names) {
    const format = '${binary:Package}\t${Version}\t${source:Package}\t${Architecture}\n';
    const lines = execFileSync('dpkg-query', ['-W', '-f', format, ...names], { encoding: 'utf8' }).trim().split('\n');
    return lines.map((line) => line.split('\t')).map(([name, version, source, architecture]) => ({ name: name.replace(/:.*/, ''), version, source, architecture }));
}

/** Where a library may stand in the lists of packages, which know it from before /lib became a link. @param {string} path */
const paths_of = (path) => [path, realpathSync(path)].flatMap((one) => [one, one.replace(/^\/usr\//, '/'), `/usr${one}`]);

/** The packages that libraries came with. @param {string[]} libraries */
function owners_of(libraries) {
    const { stdout } = spawnSync('dpkg-query', ['-S', ...new Set(libraries.flatMap(paths_of))], { encoding: 'utf8' });
    const owners = new Map(stdout.trim().split('\n').map((line) => line.split(': ')).map(([owner, path]) => [path, owner.split(', ')[0]]));
    return libraries.map((library) => {
        const owner = paths_of(library).map((path) => owners.get(path)).find((found) => found);
        if (!owner) throw new Error(`${library} came with no package`);
        return owner;
    });
}

/** The libraries that a program asks for when it starts. @param {string} program */
export function linked_libraries(program) {
    const lines = execFileSync('ldd', [program], { encoding: 'utf8' }).split('\n');
    return lines.map((line) => / => (\/\S+)/.exec(line)?.[1] ?? '').filter((path) => path !== '');
}

/** Libraries of which only headers are taken, or the whole, as the list of packages has them. */
function build_packages() {
    const [, section] = text_of(root, 'tools/packages.txt').split(/^\[.*\]$/m);
    return section.trim().split('\n').filter((name) => /-dev$/.test(name) && name !== 'dpkg-dev').concat('emscripten');
}

/** @param {string} program */
export const debian_packages = (program) => installed([...new Set([...owners_of(linked_libraries(program)), ...build_packages()])]);

/** @param {DebianPackage} part */
function debian_part({ name, version, source, architecture }) {
    const purl = `pkg:deb/debian/${name}@${encodeURIComponent(version)}?arch=${architecture}`;
    const properties = new Models.PropertyRepository([new Models.Property('huiyin:debian-source', source)]);
    return new Models.Component(Enums.ComponentType.Library, name, { bomRef: purl, version, purl, properties, scope: Enums.ComponentScope.Required });
}

/** The sources that are compiled with ours. @param {string} name @param {string} file @param {RegExp} pattern */
function compiled_part(name, file, pattern) {
    const version = pattern.exec(readFileSync(join(root, '.deps', file), 'utf8'))?.[1];
    if (!version) throw new Error(`${file} names no version`);
    const purl = `pkg:generic/${name}@${version}`;
    return new Models.Component(Enums.ComponentType.Library, name, { bomRef: purl, version, purl, scope: Enums.ComponentScope.Required });
}

/** The list as CycloneDX writes it. @param {string} program the server */
export function sbom(program) {
    const packages = locked_packages();
    const taken_in = built_in(packages);
    const bom = new Models.Bom({
        metadata: new Models.Metadata({ component: new Models.Component(Enums.ComponentType.Application, 'huiyin', { bomRef: 'huiyin' }) }),
        components: new Models.ComponentRepository([
            ...packages.map(([place, locked]) => npm_part(place, locked, taken_in.has(place))),
            ...debian_packages(program).map(debian_part),
            compiled_part('imgui', 'imgui/imgui.h', /define IMGUI_VERSION +"([^"]+)"/),
            compiled_part('icu', 'icu/source/common/unicode/uvernum.h', /define U_ICU_VERSION "([^"]+)"/),
        ]),
    });
    const normalize = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
    return new Serialize.JsonSerializer(normalize).serialize(bom, { sortLists: true, space: 2 });
}

/** What apt would replace, out of "apt-cache policy". @param {string} policy */
export function behind(policy) {
    const found = [...policy.matchAll(/^(\S+):\n +Installed: (\S+)\n +Candidate: (\S+)$/gm)];
    return found.filter(([, , has, knows]) => has !== knows).map(([, name, has, knows]) => `${name} ${has}: there is ${knows}`);
}

/** @param {string} program */
function say_what_is_behind(program) {
    const names = debian_packages(program).map(({ name }) => name);
    const lines = behind(execFileSync('apt-cache', ['policy', ...names], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }));
    console.log([...lines, `${names.length} packages, ${lines.length} behind what apt knows`].join('\n'));
    process.exitCode = lines.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
    const { values } = parseArgs({ options: { server: { type: 'string' }, out: { type: 'string' }, behind: { type: 'boolean' } } });
    if (!values.server) throw new Error('Usage: sbom.mjs --server FILE [--out FILE | --behind]');
    if (values.behind) say_what_is_behind(values.server);
    else if (values.out) writeFileSync(values.out, sbom(values.server));
    else console.log(sbom(values.server));
}
