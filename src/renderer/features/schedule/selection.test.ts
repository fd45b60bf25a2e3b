import { describe, expect, it } from 'vitest';
import { scheduleItem } from './schedule-item.fixture.ts';
import { gestureOf, neighbourOf, type Selection, selectionAfter } from './selection.ts';

const ITEMS = ['a', 'b', 'c', 'd'].map((id, index) => scheduleItem(id, index * 10, 10));
const NONE: Selection = { selected: new Set(), anchor: null };
const ids = ({ selected }: Selection) => [...selected].sort();

describe('the selection', () => {
  it('is one item, several one by one, or a range from where it began', () => {
    const one = selectionAfter(ITEMS, NONE, 'b', 'only');
    const two = selectionAfter(ITEMS, one, 'd', 'toggle');
    expect(ids(two)).toEqual(['b', 'd']);
    expect(ids(selectionAfter(ITEMS, two, 'd', 'toggle'))).toEqual(['b']);
    const range = selectionAfter(ITEMS, one, 'd', 'extend');
    expect(ids(range)).toEqual(['b', 'c', 'd']);
    expect(ids(selectionAfter(ITEMS, range, 'a', 'extend'))).toEqual(['a', 'b']);
  });

  it('reads the gesture off the keys that are held', () => {
    const keys = { shiftKey: false, ctrlKey: false, metaKey: false };
    expect([gestureOf(keys), gestureOf({ ...keys, shiftKey: true }), gestureOf({ ...keys, metaKey: true })]).toEqual([
      'only',
      'extend',
      'toggle',
    ]);
  });

  it('goes on to the neighbour and stops at the ends', () => {
    const selection = { selected: new Set(['b', 'c']), anchor: 'b' };
    expect([neighbourOf(ITEMS, selection, 1)?.id, neighbourOf(ITEMS, selection, -1)?.id]).toEqual(['d', 'a']);
    expect(neighbourOf(ITEMS, { selected: new Set(['d']), anchor: 'd' }, 1)?.id).toBe('d');
    expect(neighbourOf(ITEMS, NONE, 1)?.id).toBe('a');
    expect(neighbourOf([], NONE, 1)).toBeNull();
  });
});
