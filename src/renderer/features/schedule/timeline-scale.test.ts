import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { instantAt, nextSpan, panned, pixelAt, SPANS, ticks, zoomed } from './timeline-scale.ts';

const DAY = { from: milliseconds(1_000_000), to: milliseconds(1_000_000 + 86_400_000) };
const anyWindow = fc.record({
  from: fc.integer({ min: DAY.from, max: DAY.to - 3_600_000 }).map(milliseconds),
  span: fc.constant(milliseconds(3_600_000)),
});

describe('the timeline', () => {
  it('leads from an instant to its pixel and back', () => {
    fc.assert(
      fc.property(anyWindow, fc.integer({ min: 1, max: 4000 }), fc.double({ min: -1, max: 2, noNaN: true }), (window, width, share) => {
        const instant = milliseconds(window.from + share * window.span);
        expect(instantAt(pixelAt(instant, window, width), window, width)).toBeCloseTo(instant, 3);
      }),
    );
  });

  it('keeps what is under the pointer there when it zooms, and never leaves the day', () => {
    fc.assert(
      fc.property(
        anyWindow,
        fc.constantFrom(...SPANS.map(({ ms }) => ms)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (window, span, share) => {
          const anchor = milliseconds(window.from + share * window.span);
          const after = zoomed(window, span, anchor, DAY);
          expect(after.from).toBeGreaterThanOrEqual(DAY.from);
          expect(after.from + after.span).toBeLessThanOrEqual(DAY.to);
          const isFree = after.from > DAY.from && after.from + after.span < DAY.to;
          if (isFree) expect(pixelAt(anchor, after, 1000)).toBeCloseTo(pixelAt(anchor, window, 1000), 3);
        },
      ),
    );
  });

  it('stops at the ends of the day when it is moved', () => {
    const window = { from: milliseconds(DAY.from + 60_000), span: milliseconds(3_600_000) };
    expect(panned(window, milliseconds(-120_000), DAY).from).toBe(DAY.from);
    expect(panned(window, milliseconds(1e9), DAY).from).toBe(DAY.to - 3_600_000);
  });

  it('steps through its spans and stops at either end', () => {
    expect(nextSpan(milliseconds(86_400_000), -1)).toBe(21_600_000);
    expect(nextSpan(milliseconds(86_400_000), 1)).toBe(86_400_000);
    expect(nextSpan(milliseconds(60_000), -1)).toBe(60_000);
    expect(nextSpan(milliseconds(90_000_000), -1)).toBe(21_600_000);
  });

  it('draws lines at round times, not too many', () => {
    const lines = ticks({ from: milliseconds(3_600_000 * 5 + 1), span: milliseconds(3_600_000) }, 900);
    expect(lines[0]).toBe(3_600_000 * 5 + 600_000);
    expect(lines.length).toBe(6);
  });
});
