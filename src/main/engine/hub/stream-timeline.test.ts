import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { StreamTimeline } from './stream-timeline.ts';

const WRAP = 2 ** 33;

describe('StreamTimeline', () => {
  it.each([
    { num: 25, den: 1 },
    { num: 30_000, den: 1001 },
    { num: 60_000, den: 1001 },
  ])('names every frame of months at $num/$den, across every wrap', (rate) => {
    const origin = { rate, epochFrame: frames(2_000_000_000), epochPtsSeconds: 95_000.25 };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 60 }), (steps) => {
        const timeline = new StreamTimeline(origin);
        let frame = 0;
        for (const step of steps) {
          frame += step;
          const ticks = Math.round((95_000.25 + (frame * rate.den) / rate.num) * 90_000);
          expect(timeline.frameAt(timeline.unwrap(ticks % WRAP))).toBe(2_000_000_000 + frame);
        }
      }),
    );
  });

  it('takes a timestamp a little before the wrap after one behind it', () => {
    const timeline = new StreamTimeline({ rate: { num: 25, den: 1 }, epochFrame: frames(0), epochPtsSeconds: WRAP / 90_000 });
    expect([timeline.unwrap(10), timeline.unwrap(WRAP - 5), timeline.unwrap(20)]).toEqual([WRAP + 10, WRAP - 5, WRAP + 20]);
  });
});
