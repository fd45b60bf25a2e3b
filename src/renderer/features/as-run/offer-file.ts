/** A saved blob is read after the click that asked for it; its address stays good for this long. */
const KEPT_MS = 60_000;

/** Hands a file to whoever sits at the console: the desktop app asks where to save it, a browser puts it with its downloads. */
export function offerFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
