/**
 * Draws QR codes. The library and this come only with the first page that has one.
 */

const svg = 'http://www.w3.org/2000/svg';
/** What each element shows. @type {WeakMap<Element, string>} */
const drawn = new WeakMap();

/** @type {Promise<typeof import('./qr.js')> | undefined} */
let library;

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 */
function shape(name, attributes) {
  const element = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/**
 * A path of all dark modules, in the runs of each row.
 * @param {boolean[][]} modules
 */
function pathOf(modules) {
  const runs = modules.flatMap((row, y) =>
    [...row.map((isDark) => (isDark ? '1' : '0')).join('').matchAll(/1+/g)].map(
      ({ 0: run, index }) => `M${index ?? 0} ${y}h${run.length}v1h-${run.length}z`,
    ),
  );
  return runs.join('');
}

/** @param {boolean[][]} modules */
function picture(modules) {
  const size = String(modules.length);
  const image = shape('svg', { viewBox: `0 0 ${size} ${size}`, 'aria-hidden': 'true', 'shape-rendering': 'crispEdges' });
  image.append(shape('rect', { width: size, height: size, fill: '#fff' }), shape('path', { d: pathOf(modules), fill: '#000' }));
  return image;
}

/** @param {HTMLElement} element */
async function draw(element) {
  const address = new URL(element.dataset.code ?? '', location.origin).href;
  if (drawn.get(element) === address) return;
  drawn.set(element, address);
  library ??= import(ASSETS.qr);
  const { modulesOf } = await library;
  if (drawn.get(element) === address) element.replaceChildren(picture(modulesOf(address)));
}

/**
 * @param {HTMLElement} root
 */
export function drawCodes(root) {
  for (const element of root.querySelectorAll('[data-code]')) {
    // Without the picture the number and code beside it are still there to be read.
    draw(/** @type {HTMLElement} */ (element)).catch(() => drawn.delete(element));
  }
}
