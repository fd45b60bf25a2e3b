import { describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { corrections, EVERY_ROW, filteredRows } from './as-run-filter.ts';
import { asRunRow } from './as-run-row.fixture.ts';

const ROWS = [
  asRunRow(1, { title: 'Slow Rivers' }),
  asRunRow(2, { title: 'Spot Tea', kind: 'commercial', outcome: 'partial', reason: 'operator-take', cause: 'jo' }),
  asRunRow(3, { title: 'Town Hall', heldFrames: frames(6) }),
  asRunRow(4, { title: 'Spot Tea', kind: 'commercial', amends: 2, note: 'Counted in full by the desk' }),
];
const shown = (filter: Partial<typeof EVERY_ROW>) => filteredRows(ROWS, { ...EVERY_ROW, ...filter }).map(({ seq }) => seq);

describe('filteredRows', () => {
  it('lets everything through until something is asked for', () => {
    expect(shown({})).toEqual([1, 2, 3, 4]);
  });

  it('goes by kind, outcome and words, all at once', () => {
    expect(shown({ kind: 'commercial' })).toEqual([2, 4]);
    expect(shown({ outcome: 'partial' })).toEqual([2]);
    expect(shown({ text: 'tea SPOT' })).toEqual([2, 4]);
    expect(shown({ text: 'desk', kind: 'commercial' })).toEqual([4]);
    expect(shown({ text: 'h-3' })).toEqual([3]);
  });

  it('finds what differs from the plan, held pictures included', () => {
    expect(shown({ outcome: 'differs' })).toEqual([2, 3]);
  });
});

describe('corrections', () => {
  it('names the row that counts in place of another', () => {
    expect([...corrections(ROWS)].map(([seq, row]) => [seq, row.seq])).toEqual([[2, 4]]);
  });
});
