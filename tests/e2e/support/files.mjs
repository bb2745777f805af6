// Files that people attach, for the tests.
import { createHash, randomBytes } from 'node:crypto';

/** @typedef {{ name: string, mimeType: string, buffer: Buffer }} Chosen */

/** @param {Buffer} bytes */
export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** @param {string} name @param {number} size in bytes @returns {Chosen} */
export const pdf = (name, size) => ({
    name, mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]),
});

/** @param {import('./person.mjs').Person} person */
export const file_field = (person) => person.page.locator('input[type=file]');
