// Everything set-up says goes to stderr: the station's stdout carries only its on-air line.

const SECOND_MS = 1000;
/** A log gets a line now and then; a terminal, whose line is rewritten, every second. */
const REPEAT_MS = process.stderr.isTTY ? SECOND_MS : 15 * SECOND_MS;
const CLEAR_LINE = process.stderr.isTTY ? '\r\u001b[2K' : '';
const startedAt = performance.now();

/** @param {string} message one line for the person who waits */
export function say(message) {
  process.stderr.write(`${CLEAR_LINE}[set-up] ${message}\n`);
}

/** @returns {number} milliseconds since this set-up began */
export const elapsedMs = () => performance.now() - startedAt;

/**
 * Runs something that may take long, and says all the while that it is still at work.
 *
 * @template T
 * @param {string} what said at once, and repeated with the time it has taken
 * @param {() => Promise<T>} work
 * @param {() => string} [detail] more to say with each repetition, such as how much has been fetched
 * @returns {Promise<T>}
 */
export async function withProgress(what, work, detail = () => '') {
  const begun = performance.now();
  const seconds = () => `${((performance.now() - begun) / SECOND_MS).toFixed(0)} s`;
  const report = () => {
    const line = `[set-up] ${what} ... ${[seconds(), detail()].filter(Boolean).join(', ')}`;
    process.stderr.write(process.stderr.isTTY ? `${CLEAR_LINE}${line}` : `${line}\n`);
  };
  report();
  const timer = setInterval(report, REPEAT_MS);
  try {
    const result = await work();
    say(`${what}: took ${seconds()}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
