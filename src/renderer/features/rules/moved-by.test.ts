import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedBy } from './moved-by.ts';

describe('moving an entry of a list', () => {
  it('keeps every entry', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.nat({ max: 19 }), fc.integer({ min: -25, max: 25 }), (list, index, by) => {
        expect(movedBy(list, index, by).toSorted()).toEqual(list.toSorted());
      }),
    );
  });

  it('brings it to its place, and stops at either end', () => {
    expect(movedBy(['bumper', 'spots', 'promo'], 0, 1)).toEqual(['spots', 'bumper', 'promo']);
    expect(movedBy(['bumper', 'spots', 'promo'], 2, -9)).toEqual(['promo', 'bumper', 'spots']);
    expect(movedBy(['bumper', 'spots', 'promo'], 1, 9)).toEqual(['bumper', 'promo', 'spots']);
  });
});
