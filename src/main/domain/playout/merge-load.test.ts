import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { findRundownFault } from './find-rundown-fault.ts';
import { itemAt, itemEnd } from './item-at.ts';
import { dropPast, mergeLoad } from './merge-load.ts';
import { rundownItem, rundownOf, soundRundown } from './rundown.arbitrary.ts';

const anyFrame = fc.integer({ min: 0, max: 700 }).map(frames);

describe('mergeLoad', () => {
  it('lets the item on air go on from where it started when the new rundown still holds it', () => {
    const current = rundownOf(rundownItem('a', 0, 100), rundownItem('b', 100, 100));
    const loaded = rundownOf(rundownItem('a', 20, 100), rundownItem('c', 120, 50));
    const merged = mergeLoad(current, loaded, frames(50));
    expect(merged.items.map((item) => [item.id, item.startFrame, item.durationFrames])).toEqual([
      ['a', 0, 120],
      ['c', 120, 50],
    ]);
  });

  it('takes an item off the air that the new rundown no longer holds', () => {
    const merged = mergeLoad(rundownOf(rundownItem('a', 0, 100)), rundownOf(rundownItem('c', 40, 50)), frames(50));
    expect(itemAt(merged, frames(50))?.id).toBe('c');
  });

  it('stays sound, and keeps what is on air when its end lies ahead', () => {
    fc.assert(
      fc.property(soundRundown, soundRundown, anyFrame, (current, loaded, frame) => {
        const merged = mergeLoad(current, loaded, frame);
        expect(findRundownFault(merged)).toBeNull();
        expect(merged.items.every((item) => itemEnd(item) > frame)).toBe(true);
        const onAir = itemAt(current, frame);
        const stillPlanned = loaded.items.find((item) => item.id === onAir?.id);
        if (onAir && stillPlanned && itemEnd(stillPlanned) > frame) expect(itemAt(merged, frame)?.id).toBe(onAir.id);
      }),
    );
  });
});

describe('dropPast', () => {
  it('keeps exactly the items that have frames left', () => {
    fc.assert(
      fc.property(soundRundown, anyFrame, (rundown, frame) => {
        expect(dropPast(rundown, frame).items).toEqual(rundown.items.filter((item) => itemEnd(item) > frame));
      }),
    );
  });
});
