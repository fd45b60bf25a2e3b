import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS, PICTURE_UNITS } from '../code/code-layout.ts';
import { drawCodedPicture } from '../generator/coded-picture.ts';
import type { GreyPicture } from './active-picture.ts';
import { PictureReader } from './read-picture.ts';

const RATE = { num: 25, den: 1 };
const CANVAS = { width: 160, height: 90 };

/** Puts a drawn picture, scaled, in the middle of a black canvas. */
function place(drawn: Buffer, width: number, height: number): GreyPicture {
  const pixels = new Uint8Array(CANVAS.width * CANVAS.height).fill(LEVELS.black);
  const left = (CANVAS.width - width) >> 1;
  const top = (CANVAS.height - height) >> 1;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const from = Math.floor((row * PICTURE_UNITS) / height) * PICTURE_UNITS + Math.floor((column * PICTURE_UNITS) / width);
      pixels[(top + row) * CANVAS.width + left + column] = drawn[from] ?? 0;
    }
  }
  return { pixels, ...CANVAS };
}

describe('a picture on a channel', () => {
  const numbers = fc.record({ clipId: fc.integer({ min: 0, max: 1023 }), frameNumber: fc.integer({ min: 0, max: 100_000 }) });
  const sizes = fc.constantFrom([160, 90], [120, 90], [50, 90], [160, 67], [90, 90]);

  it('is read at any aspect, whatever was read before', () => {
    const reader = new PictureReader();
    fc.assert(
      fc.property(numbers, sizes, (identity, [width = 0, height = 0]) => {
        const reading = reader.read(place(drawCodedPicture(identity, RATE), width, height));
        expect(reading).toMatchObject({ kind: 'coded', ...identity });
      }),
    );
  });

  it('is never taken for another frame when two are blended', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, share) => {
        const [a, b] = [drawCodedPicture(one, RATE), drawCodedPicture(other, RATE)];
        const blend = Buffer.from(a.map((level, index) => level * share + (b[index] ?? 0) * (1 - share)));
        const reading = new PictureReader().read(place(blend, 160, 90));
        if (reading.kind === 'coded') expect([one, other]).toContainEqual({ clipId: reading.clipId, frameNumber: reading.frameNumber });
        else expect(reading.kind).toBe('unreadable');
      }),
    );
  });

  it('is black, or something else', () => {
    const plain = (level: number): GreyPicture => ({ pixels: new Uint8Array(160 * 90).fill(level), ...CANVAS });
    expect([16, 120, 235].map((level) => new PictureReader().read(plain(level)).kind)).toEqual(['black', 'other', 'other']);
  });
});
