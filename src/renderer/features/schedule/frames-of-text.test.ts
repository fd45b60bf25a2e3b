import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import { frameLengthText } from '../../ui/time-text.ts';
import { framesOfText } from './frames-of-text.ts';

describe('framesOfText', () => {
  it('reads every length that is shown', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000_000 }), fc.constantFrom('25/1', '30000/1001', '60/1'), (count, rate) => {
        expect(framesOfText(frameLengthText(frames(count), parseFrameRate(rate)), parseFrameRate(rate))).toBe(count);
      }),
    );
  });

  it.each(['', '10', '1:2', 'a:b:c', '00:61:00', '00:10:25'])('reads nothing in %j', (text) => {
    expect(framesOfText(text, parseFrameRate('25/1'))).toBeNull();
  });
});
