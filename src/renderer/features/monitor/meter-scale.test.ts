import { expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { heldPeak, isStale, lufsText, meterPart, NO_PEAK } from './meter-scale.ts';

it('runs from -60 to 0 dBFS and no further', () => {
  expect([-120, -60, -30, 0, 3].map(meterPart)).toEqual([0, 0, 0.5, 1, 1]);
});

it('holds a peak for a second and a half unless a higher one comes', () => {
  const loud = heldPeak(NO_PEAK, -6, milliseconds(1000));
  expect(heldPeak(loud, -20, milliseconds(2499))).toEqual(loud);
  expect(heldPeak(loud, -3, milliseconds(1100)).dbfs).toBe(-3);
  expect(heldPeak(loud, -20, milliseconds(2500)).dbfs).toBe(-20);
});

it('does not trust levels older than a second', () => {
  expect(isStale(null, milliseconds(0))).toBe(true);
  expect(isStale(milliseconds(0), milliseconds(1000))).toBe(false);
  expect(isStale(milliseconds(0), milliseconds(1001))).toBe(true);
});

it('tells loudness to a tenth, and silence by a dash', () => {
  expect([-23, -120, null].map(lufsText)).toEqual(['-23.0', '—', '—']);
});
