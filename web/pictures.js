/** The longest side of a picture that is made smaller, in pixels: enough to read a notice on a wall. */
const longestSide = 2048;
const quality = 0.85;

/** What begins the parts of a file that tell where, when and with what a picture was taken. @type {Record<string, string[]>} */
const marks = {
  'image/jpeg': ['Exif\0\0', 'http://ns.adobe.com/xap/', 'Photoshop 3.0'],
  'image/png': ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME'],
  'image/webp': ['EXIF', 'XMP '],
};

/**
 * @param {Blob} file
 * @param {string} type
 */
export async function hasMetadata(file, type) {
  if (!marks[type]) return false;
  const text = new TextDecoder('latin1').decode(await file.arrayBuffer());
  return marks[type].some((mark) => text.includes(mark));
}

/**
 * @param {ImageBitmap} picture
 * @param {boolean} isShrunk
 */
function drawn(picture, isShrunk) {
  const scale = isShrunk ? Math.min(1, longestSide / Math.max(picture.width, picture.height)) : 1;
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * @param {Blob} file
 * @param {string} type
 * @param {boolean} isShrunk
 * @returns {Promise<Blob>}
 */
async function drawnAnew(file, type, isShrunk) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const canvas = drawn(picture, isShrunk);
  picture.close();
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), type, quality),
  );
}

/**
 * What is sent of a file. A picture that is to be smaller, or to tell nothing of where and when it was taken, is drawn
 * anew; PDF and films are sent as they are. Nothing for HEIC that the browser cannot read and so cannot take anything
 * out of; throws for another picture that it cannot read.
 * @param {Blob} file
 * @param {string} type
 * @param {import('./files.js').Wishes} wishes
 * @returns {Promise<{ blob: Blob, type: string, hasMetadata: boolean } | null>}
 */
export async function prepared(file, type, { isShrunk, keepsMetadata }) {
  if (type === 'image/heic') {
    if (keepsMetadata) return { blob: file, type, hasMetadata: true };
    const anew = await drawnAnew(file, 'image/jpeg', isShrunk).catch(() => null);
    return anew && { blob: anew, type: 'image/jpeg', hasMetadata: true };
  }
  if (!marks[type]) return { blob: file, type, hasMetadata: false };
  const found = await hasMetadata(file, type);
  if (keepsMetadata) return { blob: file, type, hasMetadata: found };
  const blob = await drawnAnew(file, type, isShrunk);
  // A small picture with nothing to hide does not gain by being drawn again.
  const isBetterAsItWas = !found && blob.size >= file.size;
  return isBetterAsItWas
    ? { blob: file, type, hasMetadata: found }
    : { blob, type: blob.type || type, hasMetadata: found };
}
