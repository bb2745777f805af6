import encode from 'qr';

/**
 * The modules of a text's QR code by row, with the four of quiet zone around it that readers need (ISO/IEC 18004).
 * @param {string} text
 * @returns {boolean[][]}
 */
export function modulesOf(text) {
  return encode(text, 'raw', { ecc: 'medium', border: 4 });
}
