/**
 * @typedef {object} Tally how the tests of one runner ended
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sumOf(tallies) {
  return tallies.reduce(
    (sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed, skipped: sum.skipped + one.skipped }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/**
 * The line that ends `npm test`; CI reads it.
 *
 * @param {Tally} tally
 * @returns {string}
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * A runner that ended badly without naming a failed test (it crashed, or a file did not load) counts as one failure, and so does
 * one that ran nothing: neither may look like success.
 *
 * @param {Tally} tally what the runner's report says
 * @param {number} exitCode how the runner ended
 * @returns {Tally}
 */
export function withRunnerFailure(tally, exitCode) {
  const ranNothing = tally.passed + tally.failed === 0;
  return tally.failed === 0 && (exitCode !== 0 || ranNothing) ? { ...tally, failed: 1 } : tally;
}
