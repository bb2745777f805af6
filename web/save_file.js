/**
 * Gives the person a file of their own; nothing leaves the device.
 * @param {string} name
 * @param {string} text
 */
export function saveFile(name, text) {
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  // The browser reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
