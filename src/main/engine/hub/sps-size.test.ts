import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPictureSize } from './sps-size.ts';

describe('readPictureSize', () => {
  it.each([
    ['6742c00cda05067e7c0440000003004000000c83c50aa8', 320, 180],
    ['67640028acd940780227e5c044000003000400000300c83c60c658', 1920, 1080],
    ['6764001eacd940b4126c0440000003004000000c83c58b6580', 720, 576],
  ])('reads what x264 wrote in %s', (hex, width, height) => {
    expect(readPictureSize(Buffer.from(hex, 'hex'))).toEqual({ width, height });
  });

  it('reads parameters that are cut short as nothing', () => {
    expect(readPictureSize(Buffer.from('67', 'hex'))).toBeNull();
  });

  it('never throws and never invents an empty picture', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const size = readPictureSize(Buffer.from(bytes));
        expect(size === null || (size.width > 0 && size.height > 0)).toBe(true);
      }),
    );
  });
});
