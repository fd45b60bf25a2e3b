import { describe, expect, it } from 'vitest';
import { parseFrameRate } from '../src/shared/time/index.ts';
import { duePicture } from './due-picture.ts';

const CHANNEL = parseFrameRate('25/1');

function shown(rate: string, isVariable = false): readonly number[] {
  return Array.from({ length: 8 }, (_, index) => duePicture({ rate: parseFrameRate(rate), isVariable }, index, CHANNEL));
}

describe('duePicture', () => {
  it('is every picture in turn at the rate of the channel', () => expect(shown('25/1')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]));
  it('is every other picture at twice the rate', () => expect(shown('50/1')).toEqual([0, 2, 4, 6, 8, 10, 12, 14]));
  it('repeats one picture a second at 24', () => {
    const second = Array.from({ length: 26 }, (_, index) =>
      duePicture({ rate: parseFrameRate('24/1'), isVariable: false }, index, CHANNEL),
    );
    expect(new Set(second.slice(0, 25)).size).toBe(24);
    expect(second[25]).toBe(24);
  });
  it('holds the picture before one that a variable rate leaves out', () => expect(shown('25/1', true)).toEqual([0, 1, 2, 2, 4, 5, 6, 7]));
});
