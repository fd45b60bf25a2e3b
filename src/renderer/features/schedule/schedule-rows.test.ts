import { describe, expect, it } from 'vitest';
import { frameDueAt, frames, type Milliseconds, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { statusWith } from '../../station-client/status-for-tests.ts';
import { scheduleItem } from './schedule-item.fixture.ts';
import { scheduleRows } from './schedule-rows.ts';

const RATE = parseFrameRate('25/1');
const ITEMS = [scheduleItem('a', 0, 100), scheduleItem('b', 100, 500), scheduleItem('c', 600, 300), scheduleItem('d', 900, 100, 'fixed')];
const lock = { now: frameDueAt(frames(200), RATE), lockWindow: milliseconds(30_000), rate: RATE };

const NONE_AIRED: ReadonlyMap<string, Milliseconds> = new Map();

describe('scheduleRows', () => {
  it('tells what is past, on air, locked and free', () => {
    const status = statusWith({
      onAir: {
        item: { ...scheduleItem('b', 100, 500), source: { type: 'slate' } },
        title: 'b',
        picture: 'item',
        startFrame: frames(100),
        endFrame: frames(600),
      },
    });
    expect(scheduleRows(ITEMS, status, lock, NONE_AIRED, []).map(({ state, isFree }) => [state, isFree])).toEqual([
      ['played', false],
      ['on-air', false],
      ['locked', false],
      ['locked', false],
    ]);
    const later = scheduleRows([...ITEMS, scheduleItem('e', 1000, 10)], status, lock, NONE_AIRED, []).at(-1);
    expect([later?.state, later?.isFree]).toEqual(['planned', true]);
  });

  it('marks what was missed as missing', () => {
    const [row] = scheduleRows([{ ...scheduleItem('a', 0, 100), status: 'missed' }], null, lock, NONE_AIRED, []);
    expect(row?.state).toBe('missing');
  });

  it('gives the same rows again as long as nothing of them changed', () => {
    const before = scheduleRows(ITEMS, null, lock, NONE_AIRED, []);
    expect(scheduleRows(ITEMS, null, { ...lock, now: frameDueAt(frames(201), RATE) }, NONE_AIRED, before)).toBe(before);
    const later = scheduleRows(ITEMS, null, { ...lock, now: frameDueAt(frames(600), RATE) }, NONE_AIRED, before);
    expect(later.map((row, index) => row === before[index])).toEqual([true, false, true, true]);
    expect(scheduleRows(ITEMS.slice(1), null, lock, NONE_AIRED, before)).not.toBe(before);
    expect(
      scheduleRows([...ITEMS.slice(0, 3), { ...scheduleItem('d', 900, 100, 'fixed'), title: 'Renamed' }], null, lock, NONE_AIRED, before)[3]
        ?.item.title,
    ).toBe('Renamed');
  });

  it('counts what is left between each item and the next fixed start', () => {
    expect(scheduleRows(ITEMS, null, lock, NONE_AIRED, []).map(({ untilFixed }) => untilFixed)).toEqual([800, 300, 0, null]);
  });

  it('has a row anew when the log tells how far its start was from the plan', () => {
    const before = scheduleRows(ITEMS, null, lock, NONE_AIRED, []);
    const after = scheduleRows(ITEMS, null, lock, new Map([['a', milliseconds(40)]]), before);
    expect(after.map(({ difference }) => difference)).toEqual([{ by: 40, of: 'aired' }, null, null, null]);
    expect(after.map((row, index) => row === before[index])).toEqual([false, true, true, true]);
  });
});
