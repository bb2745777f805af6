/**
 * @param {string} name
 * @param {Blob} blob
 */
export function saveBlob(name, blob) {
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  // The browser reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/**
 * Gives the person a file of their own; nothing leaves the device.
 * @param {string} name
 * @param {string} text
 */
export function saveFile(name, text) {
  saveBlob(name, new Blob([text], { type: 'application/json' }));
}
