import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decibels } from '../../../shared/time/index.ts';
import { PEAK_LIMIT_DB, staticGain, TARGET_LUFS } from './static-gain.ts';

const loudness = (integratedLufs: number, truePeakDb: number) => ({ integratedLufs, truePeakDb: decibels(truePeakDb) });

describe('staticGain', () => {
  it('turns a loud spot down to the target', () => {
    expect(staticGain(loudness(-14, -0.5))).toBe(-9);
  });

  it('turns a quiet programme up, but no further than its peaks allow', () => {
    expect(staticGain(loudness(-33, -20))).toBe(10);
    expect(staticGain(loudness(-33, -6))).toBe(5);
  });

  it('turns down what is at the target but peaks too high', () => {
    expect(staticGain(loudness(-23, 0.4))).toBe(-1.4);
  });

  it('leaves silence, and sound that was not measured, as it is', () => {
    expect(staticGain(loudness(-65, -40))).toBe(0);
    expect(staticGain(null)).toBe(0);
  });

  it('never lets sound over the target or its peaks over the limit, and wastes no more than a tenth', () => {
    fc.assert(
      fc.property(fc.double({ min: -59, max: 0, noNaN: true }), fc.double({ min: -40, max: 3, noNaN: true }), (lufs, peak) => {
        const gain = staticGain(loudness(lufs, peak));
        const over = Math.max(lufs + gain - TARGET_LUFS, peak + gain - PEAK_LIMIT_DB);
        expect(over).toBeLessThan(1e-5);
        expect(over).toBeGreaterThan(-0.1001);
      }),
    );
  });
});
