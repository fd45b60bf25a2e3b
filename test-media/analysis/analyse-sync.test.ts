import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isFlashing } from '../code/flash-cadence.ts';
import { analyseSync } from './analyse-sync.ts';
import type { FrameReading, SoundReading } from './reading.ts';

const RATE = { num: 25, den: 1 };
const frames: readonly FrameReading[] = Array.from({ length: 250 }, (_, frameNumber) => ({
  kind: 'coded',
  clipId: 1,
  frameNumber,
  isFlash: isFlashing(frameNumber, RATE),
  ptsMs: frameNumber * 40,
}));

function beepsAt(beepsMs: readonly number[]): SoundReading {
  return { beepsMs, silences: [], holes: [], lengthMs: 10_000, sharpestBend: 0 };
}

const onsets = Array.from({ length: 10 }, (_, second) => second * 1000 + 520);

it('tells how late or early the sound is', () => {
  fc.assert(
    fc.property(fc.double({ min: -290, max: 290, noNaN: true }), (shift) => {
      const sync = analyseSync(frames, beepsAt(onsets.map((onset) => onset + shift)));
      expect(sync.pairs).toHaveLength(10);
      expect(sync.minOffsetMs).toBeCloseTo(shift, 6);
      expect(sync.maxOffsetMs).toBeCloseTo(shift, 6);
    }),
  );
});

it('shows the spread when the sound drifts', () => {
  const sync = analyseSync(frames, beepsAt(onsets.map((onset, index) => onset + index * 5)));
  expect([sync.minOffsetMs, sync.maxOffsetMs]).toEqual([0, 45]);
});

it('pairs no flash with a beep that is too far away, and counts what is alone', () => {
  const sync = analyseSync(frames, beepsAt(onsets.slice(0, 9).map((onset) => (onset === 520 ? 0 : onset))));
  expect(sync).toMatchObject({ unpairedFlashes: 2, unpairedBeeps: 1 });
});

it('leaves out a flash that a cut entered in its middle', () => {
  expect(analyseSync(frames.slice(13), beepsAt(onsets.slice(1)))).toMatchObject({ unpairedFlashes: 0, unpairedBeeps: 0 });
});
