import { describe, expect, it } from 'vitest';
import { insertion, nudge, pasting, removal, startModes } from './edit-actions.ts';
import { scheduleItem } from './schedule-item.fixture.ts';

const ITEMS = ['a', 'b', 'c', 'd'].map((id, index) => scheduleItem(id, index * 10, 10));
const [a, b, c, d] = ITEMS as [(typeof ITEMS)[0], (typeof ITEMS)[0], (typeof ITEMS)[0], (typeof ITEMS)[0]];

describe('the edits of the schedule', () => {
  it('move items one place, several in their order', () => {
    expect(nudge(ITEMS, [c], -1)).toEqual({
      what: 'Move “Title c” earlier',
      edits: [{ op: 'move', itemId: 'c', afterItemId: 'a' }],
    });
    expect(nudge(ITEMS, [b, c], 1)?.edits).toEqual([
      { op: 'move', itemId: 'c', afterItemId: 'd' },
      { op: 'move', itemId: 'b', afterItemId: 'd' },
    ]);
  });

  it('do not move what is at the end of the line', () => {
    expect(nudge(ITEMS, [d], 1)).toBeNull();
    expect(nudge(ITEMS, [b], -1)).toBeNull();
    expect(nudge(ITEMS, [], 1)).toBeNull();
  });

  it('put several behind an item in their order', () => {
    const live = { inputId: 'studio', durationFrames: a.durationFrames };
    expect(insertion([{ assetId: 'x' }, live], a, 'Insert').edits).toEqual([
      { op: 'insert', ...live, afterItemId: 'a' },
      { op: 'insert', assetId: 'x', afterItemId: 'a' },
    ]);
  });

  it('remove, and paste what airs, but no slate', () => {
    expect(removal([a, b]).what).toBe('Remove 2 items');
    expect(pasting([{ ...a, assetId: null }], d, 'Paste')).toBeNull();
    expect(pasting([a], d, 'Duplicate')).toEqual({
      what: 'Duplicate “Title a”',
      edits: [{ op: 'insert', assetId: 'asset-a', afterItemId: 'd' }],
    });
  });

  it('set how items start', () => {
    expect(startModes([a], 'fixed')).toEqual({
      what: 'Fix the start of “Title a”',
      edits: [{ op: 'set-start-mode', itemId: 'a', startMode: 'fixed' }],
    });
  });
});
