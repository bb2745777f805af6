// Reads an OpenAPI 3.1 description and tells what is wrong with it.
// usage: node tools/openapi_lint.mjs FILE
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** @typedef {Record<string, any>} Json */

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Every object in the description, with its place. @param {any} value @param {string} place @returns {Generator<[string, Json]>} */
function* objects(value, place = '#') {
    if (value === null || typeof value !== 'object') return;
    if (!Array.isArray(value)) yield [place, value];
    for (const [key, inner] of Object.entries(value)) {
        yield* objects(inner, `${place}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    }
}

/** @param {Json} description @param {string} reference "#/components/…" */
function resolved(description, reference) {
    /** @type {any} */
    let at = description;
    for (const part of reference.split('/').slice(1)) {
        at = at?.[part.replaceAll('~1', '/').replaceAll('~0', '~')];
    }
    return at;
}

/** @param {Json} description */
function operations(description) {
    return Object.entries(description.paths ?? {}).flatMap(([path, item]) =>
        methods
            .filter((method) => item[method])
            .map((method) => ({ path, item, operation: item[method], name: `${method.toUpperCase()} ${path}` })),
    );
}

/** @param {Json} description */
function reference_faults(description) {
    const used = new Set([...objects(description)].map(([, object]) => object.$ref).filter((ref) => typeof ref === 'string'));
    const broken = [...used].filter((ref) => resolved(description, ref) === undefined);
    const parts = Object.entries(description.components ?? {})
        .filter(([kind]) => kind !== 'securitySchemes')
        .flatMap(([kind, entries]) => Object.keys(entries).map((name) => `#/components/${kind}/${name}`));
    return [
        ...broken.map((ref) => `${ref} is referred to but not there`),
        ...parts.filter((part) => !used.has(part)).map((part) => `${part} is not used`),
    ];
}

/** @param {Json} description */
function operation_faults(description) {
    /** @type {Set<string>} */
    const ids = new Set();
    return operations(description).flatMap(({ name, path, item, operation }) => {
        const faults = [];
        if (!operation.summary) faults.push(`${name} has no summary`);
        if (!operation.operationId) faults.push(`${name} has no operationId`);
        if (ids.has(operation.operationId)) faults.push(`${name} repeats the operationId ${operation.operationId}`);
        ids.add(operation.operationId);
        return [...faults, ...parameter_faults(description, name, path, [...(item.parameters ?? []), ...(operation.parameters ?? [])])];
    });
}

/** @param {Json} description @param {string} name @param {string} path @param {Json[]} parameters */
function parameter_faults(description, name, path, parameters) {
    const in_template = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]);
    const declared = parameters
        .map((parameter) => (parameter.$ref ? resolved(description, parameter.$ref) : parameter))
        .filter((parameter) => parameter?.in === 'path')
        .map((parameter) => parameter.name);
    return [
        ...in_template.filter((part) => !declared.includes(part)).map((part) => `${name} does not declare {${part}}`),
        ...declared.filter((part) => !in_template.includes(part)).map((part) => `${name} declares {${part}} which its path lacks`),
    ];
}

/** Errors are RFC 9457 problems, always. @param {Json} description */
function problem_faults(description) {
    return operations(description).flatMap(({ name, operation }) =>
        Object.entries(operation.responses ?? {})
            .filter(([status]) => /^[45]/.test(status))
            .filter(([, answer]) => {
                const content = (answer.$ref ? resolved(description, answer.$ref) : answer)?.content ?? {};
                return !content['application/problem+json'];
            })
            .map(([status]) => `${name} answers ${status} without application/problem+json`),
    );
}

/** @param {Json} description */
function schema_faults(description) {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    return [...objects(description)]
        .filter(([place]) => place.endsWith('/schema') || /^#\/components\/schemas\/[^/]+$/.test(place))
        .filter(([, schema]) => !ajv.validateSchema(schema))
        .map(([place]) => `${place} is no JSON Schema: ${ajv.errorsText()}`);
}

/** All that is wrong, in words; nothing when all is well. @param {string} text YAML @returns {Promise<string[]>} */
export async function faults_of(text) {
    const description = parse(text);
    const verdict = await new Validator().validate(structuredClone(description));
    if (!verdict.valid) {
        const errors = Array.isArray(verdict.errors) ? verdict.errors : [{ instancePath: '', message: String(verdict.errors) }];
        return errors.map((error) => `${error.instancePath ?? ''} ${error.message}`);
    }
    if (!String(description.openapi).startsWith('3.1')) return [`this is OpenAPI ${description.openapi}, not 3.1`];
    return [reference_faults, operation_faults, problem_faults, schema_faults].flatMap((rule) => rule(description));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const faults = await faults_of(readFileSync(process.argv[2], 'utf8'));
    for (const fault of faults) console.error(fault);
    process.exit(faults.length === 0 ? 0 : 1);
}
