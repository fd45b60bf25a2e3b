import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { findRundownFault } from './find-rundown-fault.ts';
import { itemAfter, itemAt, itemEnd, itemsAhead } from './item-at.ts';
import { rundownItem, rundownOf, soundRundown } from './rundown.arbitrary.ts';

const anyFrame = fc.integer({ min: -5, max: 700 }).map(frames);

describe('itemAt and itemAfter', () => {
  it('agree with a plain search through the items', () => {
    fc.assert(
      fc.property(soundRundown, anyFrame, (rundown, frame) => {
        const covering = rundown.items.find((item) => item.startFrame <= frame && frame < itemEnd(item));
        expect(itemAt(rundown, frame)).toBe(covering ?? null);
        expect(itemAfter(rundown, frame)).toBe(rundown.items.find((item) => item.startFrame > frame) ?? null);
      }),
    );
  });
});

describe('itemsAhead', () => {
  it('always names the next item, however far, and others only as far as asked', () => {
    const rundown = rundownOf(rundownItem('a', 0, 10), rundownItem('b', 500, 10), rundownItem('c', 510, 10), rundownItem('d', 520, 10));
    expect(itemsAhead(rundown, frames(5), frames(100), 5).map((item) => item.id)).toEqual(['b']);
    expect(itemsAhead(rundown, frames(5), frames(510), 5).map((item) => item.id)).toEqual(['b', 'c']);
    expect(itemsAhead(rundown, frames(5), frames(900), 2).map((item) => item.id)).toEqual(['b', 'c']);
  });
});

describe('findRundownFault', () => {
  it('names the item that makes a rundown unsound', () => {
    expect(findRundownFault(rundownOf(rundownItem('a', 0, 10), rundownItem('b', 9, 10)))).toEqual({ fault: 'overlap', itemId: 'b' });
    expect(findRundownFault(rundownOf(rundownItem('a', 0, 0)))).toEqual({ fault: 'empty-item', itemId: 'a' });
    expect(findRundownFault(rundownOf(rundownItem('a', 0, 1), rundownItem('a', 1, 1)))).toEqual({ fault: 'duplicate-id', itemId: 'a' });
  });

  it('finds none in a sound rundown', () => {
    fc.assert(
      fc.property(soundRundown, (rundown) => {
        expect(findRundownFault(rundown)).toBeNull();
      }),
    );
  });
});
