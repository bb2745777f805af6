/**
 * For pages that are not served securely: a selection that is copied and gone again.
 * @param {string} text
 */
function copyBySelection(text) {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.className = 'copy';
  field.value = text;
  document.body.append(field);
  field.select();
  const wentWell = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return wentWell;
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it went well
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}
