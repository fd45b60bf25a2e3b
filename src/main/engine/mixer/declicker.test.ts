import { describe, expect, it } from 'vitest';
import { Declicker } from './declicker.ts';

const COUNT = 1920;

function level(value: number): Buffer {
  const sound = Buffer.alloc(COUNT * 4);
  for (let at = 0; at < sound.length; at += 2) sound.writeInt16LE(value, at);
  return sound;
}

function largestStep(...frames: readonly Buffer[]): number {
  const all = Buffer.concat(frames);
  let largest = 0;
  for (let at = 4; at < all.length; at += 4) largest = Math.max(largest, Math.abs(all.readInt16LE(at) - all.readInt16LE(at - 4)));
  return largest;
}

describe('Declicker', () => {
  it('leaves sound that goes on untouched', () => {
    const declicker = new Declicker();
    const [first, second] = [level(9000), level(9000)];
    declicker.smooth(first, COUNT, 'a', false);
    declicker.smooth(second, COUNT, 'a', false);
    expect(Buffer.concat([first, second]).equals(Buffer.concat([level(9000), level(9000)]))).toBe(true);
  });

  it('makes no step larger than a ramp of 5 ms has, where a source is cut and where its end is known', () => {
    for (const isKnown of [true, false]) {
      const declicker = new Declicker();
      const [before, after] = [level(30_000), level(-30_000)];
      declicker.smooth(before, COUNT, 'a', isKnown);
      declicker.smooth(after, COUNT, 'b', false);
      expect(largestStep(before, after)).toBeLessThanOrEqual(Math.ceil(60_000 / 240) + 1);
      expect(after.readInt16LE(300 * 4)).toBe(-30_000);
    }
  });
});
