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
  input.addEventListener('change', () => taken(Array.from(input.files ?? [])));
  input.click();
}
