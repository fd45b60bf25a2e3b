/** @typedef {import('./tally.mjs').Tally} Tally */

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number }} report of vitest's
 *   `json` reporter
 * @returns {Tally}
 */
export function tallyOfVitest(report) {
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + (report.numTodoTests ?? 0) };
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report of Playwright's `json`
 *   reporter; a flaky test passed only at a second try, which is a failure here
 * @returns {Tally}
 */
export function tallyOfPlaywright({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/**
 * @param {readonly { passed: boolean }[]} report of `npm run check -- --json`: each gate is a test
 * @returns {Tally}
 */
export function tallyOfCheck(report) {
  const passed = report.filter((gate) => gate.passed).length;
  return { passed, failed: report.length - passed, skipped: 0 };
}
