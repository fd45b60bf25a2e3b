import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { findRundownFault } from './find-rundown-fault.ts';
import { itemAt } from './item-at.ts';
import { rundownItem, rundownOf, soundRundown } from './rundown.arbitrary.ts';
import { takeNext } from './take-next.ts';

const anyFrame = fc.integer({ min: -5, max: 700 }).map(frames);

describe('takeNext', () => {
  it('cuts the item on air, starts the next one whole, and slides what follows up to the next fixed start', () => {
    const rundown = rundownOf(
      rundownItem('a', 0, 100),
      rundownItem('b', 100, 50),
      rundownItem('c', 150, 50),
      rundownItem('d', 200, 50, { startMode: 'fixed' }),
      rundownItem('e', 250, 50),
    );
    const result = takeNext(rundown, frames(30));
    expect(result?.shiftFrames).toBe(70);
    expect(result?.taken.id).toBe('b');
    expect(result?.rundown.items.map((item) => [item.id, item.startFrame, item.durationFrames])).toEqual([
      ['a', 0, 30],
      ['b', 30, 50],
      ['c', 80, 50],
      ['d', 200, 50],
      ['e', 250, 50],
    ]);
  });

  it('drops an item that is cut at its very first frame', () => {
    const result = takeNext(rundownOf(rundownItem('a', 0, 10), rundownItem('b', 10, 10)), frames(0));
    expect(result?.rundown.items.map((item) => item.id)).toEqual(['b']);
  });

  it('has nothing to take after the last item', () => {
    expect(takeNext(rundownOf(rundownItem('a', 0, 10)), frames(5))).toBeNull();
  });

  it('keeps a rundown sound, puts the taken item on air at the frame, and moves nothing from the next fixed start on', () => {
    fc.assert(
      fc.property(soundRundown, anyFrame, (rundown, frame) => {
        const result = takeNext(rundown, frame);
        if (result === null) return;
        expect(findRundownFault(result.rundown)).toBeNull();
        expect(itemAt(result.rundown, frame)?.id).toBe(result.taken.id);
        expect(result.shiftFrames).toBeGreaterThan(0);
        const takenIndex = rundown.items.findIndex((item) => item.id === result.taken.id);
        const fixedIndex = rundown.items.findIndex((item, index) => index > takenIndex && item.startMode === 'fixed');
        if (fixedIndex !== -1)
          expect(result.rundown.items.slice(fixedIndex - rundown.items.length)).toEqual(rundown.items.slice(fixedIndex));
      }),
    );
  });
});
