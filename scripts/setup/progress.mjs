// Everything set-up says goes to stderr: the station's stdout carries only its on-air line.

const REPEAT_MS = 5000;
const startedAt = performance.now();

/** @param {string} message one line for the person who waits */
export function say(message) {
  process.stderr.write(`[set-up] ${message}\n`);
}

/** @returns {number} milliseconds since this set-up began */
export const elapsedMs = () => performance.now() - startedAt;

/**
 * Runs something that may take long, and says every few seconds that it is still at work.
 *
 * @template T
 * @param {string} what said at once, and repeated with the time it has taken
 * @param {() => Promise<T>} work
 * @param {() => string} [detail] more to say with each repetition, such as how much has been fetched
 * @returns {Promise<T>}
 */
export async function withProgress(what, work, detail = () => '') {
  const begun = performance.now();
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(0)} s`;
  say(`${what} ...`);
  const timer = setInterval(() => say(`${what} ... ${[seconds(), detail()].filter(Boolean).join(', ')}`), REPEAT_MS);
  try {
    const result = await work();
    say(`${what}: done in ${seconds()}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
