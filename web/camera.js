/** Whether a file field can open the camera: only browsers on phones and tablets know how to. */
export function hasCamera() {
  return 'capture' in HTMLInputElement.prototype;
}

/**
 * Must be called while the press is being handled, or the browser refuses.
 * @param {(files: File[]) => void} taken
 */
export function takePicture(taken) {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.setAttribute('capture', 'environment');
  // Safari tells nothing of what was taken to a field that is in no document.
  input.hidden = true;
  document.body.append(input);
  input.addEventListener('change', () => {
    taken(Array.from(input.files ?? []));
    input.remove();
  });
  input.addEventListener('cancel', () => input.remove());
  input.click();
}
