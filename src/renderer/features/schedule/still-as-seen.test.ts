import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlaylogEdit, PlaylogItem } from '../../../shared/contract/index.ts';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import { instantOfFrame } from './instant-of-frame.ts';
import { scheduleItem } from './schedule-item.fixture.ts';
import { stillAsSeen } from './still-as-seen.ts';

const RATE = parseFrameRate('25/1');
const at = (frame: number) => instantOfFrame(frames(frame), RATE);
const line = (...ids: readonly string[]) => ids.map((id, index) => scheduleItem(id, index * 100, 100));
const SEEN = line('a', 'b', 'c', 'd', 'e', 'f');
/** The day with other items in place of some. */
const withOther = (...others: readonly PlaylogItem[]) =>
  SEEN.map((item) => others.find(({ startFrame }) => startFrame === item.startFrame) ?? item);
const other = (startFrame: number) => scheduleItem(`other-${startFrame}`, startFrame, 100);

const REMOVE_B: PlaylogEdit = { op: 'remove', itemId: 'b' };
const MOVE_B: PlaylogEdit = { op: 'move', itemId: 'b', afterItemId: 'd' };
const INSERT_BEHIND_B: PlaylogEdit = { op: 'insert', assetId: 'x', afterItemId: 'b' };
const INSERT_INTO_B: PlaylogEdit = { op: 'insert', assetId: 'x', at: at(150) };
const FIX_B_AT_C: PlaylogEdit = { op: 'set-start-mode', itemId: 'b', startMode: 'fixed', at: at(200) };

describe('stillAsSeen', () => {
  it.each<[string, PlaylogEdit, number, boolean]>([
    ['removing needs the item', REMOVE_B, 100, false],
    ['removing needs nothing beside it', REMOVE_B, 200, true],
    ['moving needs what is before the item', MOVE_B, 0, false],
    ['moving needs what is behind the item', MOVE_B, 200, false],
    ['moving needs the one that it goes behind', MOVE_B, 300, false],
    ['moving needs what follows at its new place', MOVE_B, 400, false],
    ['moving needs nothing further on', MOVE_B, 500, true],
    ['inserting behind an item needs it', INSERT_BEHIND_B, 100, false],
    ['inserting behind an item needs what follows', INSERT_BEHIND_B, 200, false],
    ['inserting behind an item needs nothing before it', INSERT_BEHIND_B, 0, true],
    ['inserting at a time needs what stands there', INSERT_INTO_B, 100, false],
    ['inserting at a time needs what follows', INSERT_INTO_B, 200, false],
    ['inserting at a time needs nothing further on', INSERT_INTO_B, 300, true],
    ['fixing at a time needs what stands there', FIX_B_AT_C, 200, false],
    ['fixing at a time needs nothing further on', FIX_B_AT_C, 400, true],
    ['replacing needs nothing but the item', { op: 'replace', itemId: 'b', assetId: 'x' }, 200, true],
    ['trimming needs nothing but the item', { op: 'trim', itemId: 'b', durationFrames: frames(3) }, 200, true],
  ])('%s', (_, edit, changedFrame, stands) => {
    expect(stillAsSeen([edit], SEEN, withOther(other(changedFrame)))).toBe(stands);
  });

  it('looks at an item as it airs: its time, length, media and start', () => {
    const [, b] = SEEN as [PlaylogItem, PlaylogItem];
    const changes: readonly Partial<PlaylogItem>[] = [
      { startFrame: frames(101) },
      { durationFrames: frames(99) },
      { assetId: 'another' },
      { inFrame: frames(1) },
      { startMode: 'fixed' },
    ];
    for (const change of changes) {
      expect(stillAsSeen([REMOVE_B], SEEN, SEEN.with(1, { ...b, ...change }))).toBe(false);
    }
    expect(stillAsSeen([REMOVE_B], SEEN, SEEN.with(1, { ...b, title: 'Renamed', status: 'on-air' }))).toBe(true);
  });

  it('tells the end of a day from one that goes on since', () => {
    const behindLast: PlaylogEdit = { op: 'insert', assetId: 'x', afterItemId: 'f' };
    expect(stillAsSeen([behindLast], SEEN, SEEN)).toBe(true);
    expect(stillAsSeen([behindLast], SEEN, [...SEEN, other(600)])).toBe(false);
  });

  it('does not judge what was not in sight', () => {
    expect(stillAsSeen([{ op: 'remove', itemId: 'of another day' }], SEEN, SEEN)).toBe(false);
    expect(stillAsSeen([{ op: 'insert', assetId: 'x', endOfDay: '2026-05-01' }], SEEN, SEEN)).toBe(false);
  });

  it('stands for all edits together only when it does for each', () => {
    const fresh = withOther(other(400));
    expect(stillAsSeen([REMOVE_B, INSERT_INTO_B], SEEN, fresh)).toBe(true);
    expect(stillAsSeen([REMOVE_B, MOVE_B], SEEN, fresh)).toBe(false);
  });

  it('stands as long as nothing changed in reach of it, whatever did elsewhere', () => {
    fc.assert(
      fc.property(dayAndChange, ({ seen, index, edit, changed }) => {
        const fresh = seen.map((item, place) => (changed.has(place) ? other(item.startFrame) : item));
        const isInReach = [...changed].some((place) => reach(edit, index).has(place));
        expect(stillAsSeen([edit], seen, fresh)).toBe(!isInReach);
      }),
    );
  });
});

/** A day of twelve items, an edit that is about the one at `index`, and the places where the planner put others since. */
const dayAndChange = fc
  .record({ index: fc.nat(11), op: fc.constantFrom('remove', 'insert', 'insert-at', 'trim'), changed: fc.uniqueArray(fc.nat(11)) })
  .map(({ index, op, changed }) => {
    const edits: Readonly<Record<typeof op, PlaylogEdit>> = {
      remove: { op: 'remove', itemId: `i${index}` },
      insert: { op: 'insert', assetId: 'x', afterItemId: `i${index}` },
      'insert-at': { op: 'insert', assetId: 'x', at: at(index * 100 + 40) },
      trim: { op: 'trim', itemId: `i${index}`, durationFrames: frames(7) },
    };
    return { seen: line(...Array.from({ length: 12 }, (_, place) => `i${place}`)), index, edit: edits[op], changed: new Set(changed) };
  });

function reach(edit: PlaylogEdit, index: number): ReadonlySet<number> {
  return new Set(edit.op === 'insert' ? [index, index + 1] : [index]);
}
