import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrameRate } from '../../src/shared/time/index.ts';
import { analysePicture } from './analyse-picture.ts';
import { analyseTimes } from './analyse-times.ts';
import type { FrameReading } from './reading.ts';

const RATE = parseFrameRate('25');

/** A stream that shows these numbers of clips, 40 ms apart. */
function stream(numbers: readonly (readonly [clipId: number, frameNumber: number])[]): FrameReading[] {
  return numbers.map(([clipId, frameNumber], index) => ({ kind: 'coded', clipId, frameNumber, isFlash: false, ptsMs: index * 40 }));
}

function range(clipId: number, from: number, to: number): (readonly [number, number])[] {
  return Array.from({ length: to - from }, (_, index) => [clipId, from + index] as const);
}

const lengths = fc.array(fc.record({ from: fc.nat(5000), length: fc.integer({ min: 1, max: 60 }) }), { minLength: 1, maxLength: 12 });

describe('the runs of a stream', () => {
  it('are the pieces that it was joined from', () => {
    fc.assert(
      fc.property(lengths, (pieces) => {
        const expected = pieces.map(({ from, length }, index) => ({ clipId: index % 2, from, to: from + length, frames: length }));
        const findings = analysePicture(stream(expected.flatMap(({ clipId, from, to }) => range(clipId, from, to))), { rate: RATE });
        expect(findings.runs).toMatchObject(expected);
        expect([findings.repeats, findings.jumps, findings.uncoded]).toEqual([[], [], []]);
      }),
    );
  });

  it('break wherever a frame is taken out, shown twice, or changes places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 90 }), (at) => {
        const [before, after] = [range(1, 0, at), range(1, at + 1, 100)];
        const dropped = analysePicture(stream([...before, ...after]), { rate: RATE });
        expect(dropped.jumps).toEqual([{ clipId: 1, due: at, got: at + 1, ptsMs: at * 40 }]);
        const repeated = analysePicture(stream([...before, [1, at], [1, at], ...after]), { rate: RATE });
        expect(repeated.repeats).toEqual([{ clipId: 1, frameNumber: at, ptsMs: (at + 1) * 40 }]);
        const swapped = analysePicture(stream([...before, [1, at + 1], [1, at], ...range(1, at + 2, 100)]), { rate: RATE });
        expect(swapped.jumps.map(({ due, got }) => [due, got])).toEqual([
          [at, at + 1],
          [at + 2, at],
          [at + 1, at + 2],
        ]);
      }),
    );
  });
});

describe('a clip at another rate than the channel', () => {
  const rates = fc.constantFrom('24', '30000/1001', '50', '60000/1001', '15');
  const sampled = (ratio: number, phase: number, frames: number): (readonly [number, number])[] =>
    Array.from({ length: frames }, (_, index) => [3, Math.floor(index * ratio + phase)] as const);

  it('is exact when it is sampled evenly, whatever the phase', () => {
    fc.assert(
      fc.property(rates, fc.double({ min: 0, max: 0.999, noNaN: true }), (text, phase) => {
        const rate = parseFrameRate(text);
        const frames = stream(sampled(rate.num / rate.den / 25, phase, 500));
        const findings = analysePicture(frames, { rate: RATE, clipRates: { 3: rate } });
        expect(findings.runs).toHaveLength(1);
        expect([findings.repeats, findings.jumps]).toEqual([[], []]);
      }),
    );
  });

  it('is not exact when the channel drops one frame of it or shows one twice', () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 60, max: 400 }), (text, at) => {
        const rate = parseFrameRate(text);
        const numbers = sampled(rate.num / rate.den / 25, 0.5, 500);
        for (const faulty of [numbers.toSpliced(at, 1), numbers.toSpliced(at, 0, ...numbers.slice(at, at + 1))]) {
          const { runs } = analysePicture(stream(faulty), { rate: RATE, clipRates: { 3: rate } });
          expect(runs.length).toBeGreaterThan(1);
        }
      }),
    );
  });
});

describe('the times of a stream', () => {
  it('break where frames are missing, and where time goes back', () => {
    const frames = stream(range(1, 0, 10)).map((frame, index) => ({
      ...frame,
      ptsMs: frame.ptsMs + (index >= 4 ? 80 : 0) - (index >= 8 ? 400 : 0),
    }));
    expect(analyseTimes(frames, RATE)).toEqual([
      { ptsMs: 240, offMs: 80, missingFrames: 2 },
      { ptsMs: 0, offMs: -400, missingFrames: 0 },
    ]);
  });
});
