/** Random bytes of the page's own, fit for keys. */
export function pageRandom(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}
