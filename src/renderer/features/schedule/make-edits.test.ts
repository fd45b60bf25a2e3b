import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import type { PlaylogEdit, PlaylogItem } from '../../../shared/contract/index.ts';
import { makeEdits } from './make-edits.ts';
import type { ScheduleDay } from './schedule-day.ts';
import { scheduleDay, scheduleItem } from './schedule-item.fixture.ts';

const ITEMS = [scheduleItem('a', 0, 100), scheduleItem('b', 100, 100), scheduleItem('c', 200, 100)];
const EDITS: readonly PlaylogEdit[] = [{ op: 'remove', itemId: 'b' }];
const REFUSED = (code: string) => new ORPCError(code, { status: 409, message: code });

/** A station whose playlog the planner changes: it stands at the next of these days each time that it is asked to change it. */
function stationOf(...days: readonly ScheduleDay[]) {
  const asked: number[] = [];
  let standing = -1;
  return {
    asked,
    edit: async (revision: number) => {
      asked.push(revision);
      standing = Math.min(standing + 1, days.length - 1);
      if (days[standing]?.revision !== revision) throw REFUSED('STALE_REVISION');
      return { revision: revision + 1, dropped: [] };
    },
    readAnew: async () => days[standing] ?? null,
  };
}

describe('makeEdits', () => {
  it('makes a change at once where nothing else was changed', async () => {
    const station = stationOf(scheduleDay(4, ITEMS));
    expect(await makeEdits(EDITS, scheduleDay(4, ITEMS), station)).toEqual({ revision: 5, dropped: [] });
    expect(station.asked).toEqual([4]);
  });

  it('makes it once more on the fresh revision when the planner changed something else', async () => {
    const extended = scheduleDay(7, [...ITEMS, scheduleItem('d', 300, 100)]);
    const station = stationOf(extended, extended);
    expect(await makeEdits(EDITS, scheduleDay(4, ITEMS), station)).toMatchObject({ revision: 8 });
    expect(station.asked).toEqual([4, 7]);
  });

  it('is refused when what it is about was changed', async () => {
    const [a, , c] = ITEMS as [PlaylogItem, PlaylogItem, PlaylogItem];
    const station = stationOf(scheduleDay(7, [a, scheduleItem('b', 100, 50), c]));
    await expect(makeEdits(EDITS, scheduleDay(4, ITEMS), station)).rejects.toMatchObject({ code: 'STALE_REVISION' });
    expect(station.asked).toEqual([4]);
  });

  it('goes by what was seen at first, however often it is made anew', async () => {
    const later = scheduleDay(9, [scheduleItem('a', 0, 100), scheduleItem('b', 100, 50)]);
    const station = stationOf(scheduleDay(7, ITEMS), later);
    await expect(makeEdits(EDITS, scheduleDay(4, ITEMS), station)).rejects.toMatchObject({ code: 'STALE_REVISION' });
    expect(station.asked).toEqual([4, 7]);
  });

  it('gives up after a few tries', async () => {
    const station = stationOf(...Array.from({ length: 20 }, (_, index) => scheduleDay(10 + index, ITEMS)));
    await expect(makeEdits(EDITS, scheduleDay(4, ITEMS), station)).rejects.toMatchObject({ code: 'STALE_REVISION' });
    expect(station.asked).toEqual([4, 10, 11, 12, 13]);
  });

  it('is refused when the day can not be read, is another one by now, or the station refuses for another reason', async () => {
    const stale = stationOf(scheduleDay(7, ITEMS));
    await expect(makeEdits(EDITS, scheduleDay(4, ITEMS), { ...stale, readAnew: async () => null })).rejects.toMatchObject({
      code: 'STALE_REVISION',
    });
    const nextDay = stationOf(scheduleDay(7, ITEMS, '2026-05-02'));
    await expect(makeEdits(EDITS, scheduleDay(4, ITEMS), nextDay)).rejects.toMatchObject({ code: 'STALE_REVISION' });
    const locked = { ...stale, edit: () => Promise.reject(REFUSED('LOCKED')) };
    await expect(makeEdits(EDITS, scheduleDay(4, ITEMS), locked)).rejects.toMatchObject({ code: 'LOCKED' });
  });
});
