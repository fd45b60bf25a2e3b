import { describe, expect, it } from 'vitest';
import { tallyOfCheck, tallyOfPlaywright, tallyOfVitest } from './read-reports.mjs';
import { closingLine, sumOf, withRunnerFailure } from './tally.mjs';

describe('the closing line of npm test', () => {
  it('sums what each runner reports', () => {
    const sum = sumOf([
      tallyOfCheck([{ passed: true }, { passed: false }]),
      tallyOfVitest({ numPassedTests: 40, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }),
      tallyOfPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 } }),
    ]);
    expect(closingLine(sum)).toBe('46 passed, 4 failed, 4 skipped');
  });

  it('counts a runner that crashed as a failure', () => {
    expect(withRunnerFailure({ passed: 3, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('counts a runner that ran nothing as a failure', () => {
    expect(withRunnerFailure({ passed: 0, failed: 0, skipped: 0 }, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('leaves a runner alone that named its failures', () => {
    expect(withRunnerFailure({ passed: 1, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 1, failed: 2, skipped: 0 });
  });
});
