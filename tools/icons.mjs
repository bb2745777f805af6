// Writes the icons that the kit names, from the npm package @iconify-json/lucide, as points on their strokes.
// usage: node tools/icons.mjs core/ui/icon.h OUTPUT
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const require = createRequire(import.meta.url);
const svgpath = require('svgpath');

const [header, output] = process.argv.slice(2);
/** Steps of a unit of the icon's grid of 24, so that a place fits into a byte. */
const steps = 10;
/** Pieces of a curve; an icon is seldom larger than 32 pixels. */
const pieces = 6;

/** @typedef {[number, number]} Point */

/** The enumerators of the header with the names of their icons: `Search, ///< search`.
 * @param {string} text @returns {{ enumerator: string, icon: string }[]} */
function named_in(text) {
    const list = /enum class Icon [^{]*\{([^}]*)\}/.exec(text);
    if (!list) throw new Error(`${header} has no list of icons`);
    return [...list[1].matchAll(/(\w+),? +\/\/\/< ([\w-]+)/g)].map(([, enumerator, icon]) => ({ enumerator, icon }));
}

/** @param {string} element @param {string} name */
function attribute(element, name) {
    return Number(new RegExp(`\\b${name}="([^"]*)"`).exec(element)?.[1] ?? 0);
}

/** Circles and rectangles as paths. @param {string} element @returns {string} */
function path_of(element) {
    if (element.startsWith('<path')) return /\bd="([^"]*)"/.exec(element)?.[1] ?? '';
    if (element.startsWith('<circle')) {
        const [x, y, r] = ['cx', 'cy', 'r'].map((name) => attribute(element, name));
        return `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
    }
    if (!element.startsWith('<rect')) throw new Error(`what is ${element}?`);
    const [x, y, width, height, r] = ['x', 'y', 'width', 'height', 'rx'].map((name) => attribute(element, name));
    const corner = (/** @type {number} */ dx, /** @type {number} */ dy) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
    return `M${x + r} ${y}h${width - 2 * r}${corner(r, r)}v${height - 2 * r}${corner(-r, r)}h${2 * r - width}${corner(-r, -r)}v${2 * r - height}${corner(r, -r)}z`;
}

/** @param {Point[]} ends of a cubic curve @param {number} t */
function on_curve([a, b, c, d], t) {
    const s = 1 - t;
    return /** @type {Point} */ ([0, 1].map((axis) => s ** 3 * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t ** 3 * d[axis]));
}

/** @param {string} path @returns {Point[][]} */
function strokes_of(path) {
    /** @type {Point[][]} */
    const strokes = [];
    svgpath(path).abs().unshort().unarc().iterate((/** @type {(string | number)[]} */ [kind, ...at], /** @type {number} */ _index, /** @type {number} */ x, /** @type {number} */ y) => {
        const values = at.map(Number);
        const stroke = strokes.at(-1) ?? [];
        if (kind === 'M') strokes.push([[values[0], values[1]]]);
        else if (kind === 'L') stroke.push([values[0], values[1]]);
        else if (kind === 'H') stroke.push([values[0], y]);
        else if (kind === 'V') stroke.push([x, values[0]]);
        else if (kind === 'Z') stroke.push(stroke[0]);
        else if (kind === 'C') {
            /** @type {Point[]} */
            const ends = [[x, y], [values[0], values[1]], [values[2], values[3]], [values[4], values[5]]];
            for (let piece = 1; piece <= pieces; ++piece) stroke.push(on_curve(ends, piece / pieces));
        } else throw new Error(`what is ${kind} in ${path}?`);
    });
    return strokes;
}

/** Without points that fall on the one before. @param {Point[]} stroke */
function bytes_of(stroke) {
    const points = stroke.map((point) => point.map((value) => Math.round(value * steps)));
    const apart = points.filter((point, at) => at === 0 || point.some((value, axis) => value !== points[at - 1][axis]));
    return [apart.length, ...apart.flat()];
}

/** @type {{ icons: Record<string, { body: string }> }} */
const { icons } = require('@iconify-json/lucide/icons.json');
const { version, license } = require('@iconify-json/lucide/package.json');
const named = named_in(readFileSync(header, 'utf8'));
/** @type {number[]} */
const starts = [];
/** @type {number[]} */
const bytes = [];
for (const { enumerator, icon } of named) {
    if (!icons[icon]) throw new Error(`no icon is called ${icon} (${enumerator})`);
    const elements = icons[icon].body.match(/<(path|circle|rect|line|polyline|ellipse|polygon)\b[^>]*>/g) ?? [];
    starts.push(bytes.length);
    for (const stroke of elements.flatMap((element) => strokes_of(path_of(element)))) bytes.push(...bytes_of(stroke));
}
starts.push(bytes.length);

mkdirSync(dirname(output), { recursive: true });
writeFileSync(
    output,
    `// From the npm package @iconify-json/lucide ${version} (${license}).
constexpr float icon_steps = ${steps};
/// Of each icon, in the order of Icon, where it begins; and the end.
constexpr std::uint16_t icon_starts[] = {${starts.join(', ')}};
/// Of each stroke: how many points it has, then their places in steps of a unit.
constexpr std::uint8_t icon_strokes[] = {${bytes.join(', ')}};
`,
);
