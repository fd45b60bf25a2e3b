import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { type ThrottleRule, type TryRecord, waitBeforeTry, withTry } from './sign-in-throttle.ts';

const rule: ThrottleRule = { tries: 3, window: milliseconds(1000) };

function afterTries(count: number, at: number): TryRecord | null {
  let record: TryRecord | null = null;
  for (let tried = 0; tried < count; tried += 1) record = withTry(record, rule, milliseconds(at));
  return record;
}

describe('the sign-in throttle', () => {
  it('lets the allowed tries through and then asks for the rest of the window', () => {
    expect(waitBeforeTry(afterTries(2, 100), rule, milliseconds(200))).toBe(0);
    expect(waitBeforeTry(afterTries(3, 100), rule, milliseconds(200))).toBe(900);
  });

  it('starts afresh when the window has passed', () => {
    const record = afterTries(5, 100);
    expect(waitBeforeTry(record, rule, milliseconds(1100))).toBe(0);
    expect(withTry(record, rule, milliseconds(1100))).toEqual({ count: 1, since: 1100 });
  });

  it('does not lock anybody out when the clock is set back', () => {
    expect(waitBeforeTry(afterTries(5, 100_000), rule, milliseconds(100))).toBe(0);
  });

  it('never admits more than the allowed tries in any window, and never asks for more than one window', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 }), (gaps) => {
        let record: TryRecord | null = null;
        let now = milliseconds(0);
        let admitted: number[] = [];
        for (const gap of gaps) {
          now = milliseconds(now + gap);
          const wait = waitBeforeTry(record, rule, now);
          expect(wait).toBeLessThanOrEqual(rule.window);
          if (wait > 0) continue;
          const next: TryRecord = withTry(record, rule, now);
          admitted = next.count === 1 ? [now] : [...admitted, now];
          record = next;
          expect(admitted.length).toBeLessThanOrEqual(rule.tries);
        }
      }),
    );
  });
});
