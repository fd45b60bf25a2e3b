import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFlashing } from './flash-cadence.ts';
import { CLIP_LIMIT, decodeFrameCode, encodeFrameCode, FRAME_LIMIT } from './frame-code.ts';

const identities = fc.record({
  clipId: fc.integer({ min: 0, max: CLIP_LIMIT - 1 }),
  frameNumber: fc.integer({ min: 0, max: FRAME_LIMIT - 1 }),
});

describe('the code of a frame', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(identities, (identity) => {
        expect(decodeFrameCode(encodeFrameCode(identity))).toEqual(identity);
      }),
    );
  });

  it('is refused when up to three of its cells are misread', () => {
    const cells = fc.uniqueArray(fc.integer({ min: 6, max: 47 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(identities, cells, (identity, wrong) => {
        expect(decodeFrameCode(encodeFrameCode(identity).map((bit, index) => bit !== wrong.includes(index)))).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a picture that is black or white all over', () => {
    expect(decodeFrameCode(Array(48).fill(false))).toBeNull();
    expect(decodeFrameCode(Array(48).fill(true))).toBeNull();
  });

  it('holds no clip and no frame beyond its bits', () => {
    expect(() => encodeFrameCode({ clipId: CLIP_LIMIT, frameNumber: 0 })).toThrow(RangeError);
    expect(() => encodeFrameCode({ clipId: 0, frameNumber: FRAME_LIMIT })).toThrow(RangeError);
  });
});

describe('the flashes of a clip', () => {
  const rates = fc.constantFrom({ num: 24, den: 1 }, { num: 25, den: 1 }, { num: 30000, den: 1001 }, { num: 60000, den: 1001 });

  it('begin once a second, half past it', () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 5000 }), (rate, second) => {
        const first = Math.ceil((second * rate.num) / rate.den);
        const last = Math.ceil(((second + 1) * rate.num) / rate.den);
        const onsets = Array.from({ length: last - first }, (_, index) => first + index).filter(
          (frame) => isFlashing(frame, rate) && !isFlashing(frame - 1, rate),
        );
        expect(onsets).toHaveLength(1);
        expect(((onsets[0] ?? 0) * rate.den) / rate.num - second).toBeCloseTo(0.5, 1);
      }),
    );
  });

  it('never reach the first or the last frame of a whole second', () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 0, max: 5000 }), (rate, second) => {
        const frame = Math.floor((second * rate.num) / rate.den);
        expect(isFlashing(frame, rate)).toBe(false);
      }),
    );
  });
});
