const blockSize = 16;
const prime = (1n << 130n) - 5n;
const clamp = 0x0ffffffc0ffffffc0ffffffc0fffffffn;

/** Of at most 16 bytes, the lowest first. @param {Uint8Array} bytes */
function numberOf(bytes) {
  const whole = new Uint8Array(blockSize);
  whole.set(bytes);
  const view = new DataView(whole.buffer);
  return view.getBigUint64(0, true) | (view.getBigUint64(8, true) << 64n);
}

/**
 * Poly1305 (RFC 8439, 2.5), which needs not be waited for: what only somebody with the key can make of a message.
 * @param {Uint8Array} message
 * @param {Uint8Array} key of 32 bytes, for this message and no other
 * @returns {string} the number in hexadecimal digits
 */
export function tagOf(message, key) {
  const [r, s] = [numberOf(key.subarray(0, blockSize)) & clamp, numberOf(key.subarray(blockSize, 2 * blockSize))];
  let sum = 0n;
  for (let at = 0; at < message.length; at += blockSize) {
    const block = message.subarray(at, at + blockSize);
    const end = 1n << BigInt(8 * block.length);
    sum = ((sum + numberOf(block) + end) * r) % prime;
  }
  return BigInt.asUintN(128, sum + s).toString(16);
}
