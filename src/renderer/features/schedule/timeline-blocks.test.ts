import { describe, expect, it } from 'vitest';
import { frameDueAt, frames, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { scheduleItem } from './schedule-item.fixture.ts';
import type { ScheduleRow } from './schedule-rows.ts';
import { nearestSeam, timelineBlocks } from './timeline-blocks.ts';

const RATE = parseFrameRate('25/1');
const row = (id: string, start: number, length: number): ScheduleRow => ({
  item: scheduleItem(id, start, length),
  state: 'planned',
  isFree: true,
  untilFixed: null,
  difference: null,
});
const WINDOW = { from: frameDueAt(frames(0), RATE), span: milliseconds(40_000) };

describe('timelineBlocks', () => {
  it('places what is in sight and leaves out the rest', () => {
    const blocks = timelineBlocks([row('a', -100, 50), row('b', 0, 250), row('c', 250, 250), row('d', 2000, 10)], WINDOW, 1000, RATE);
    expect(blocks.map(({ key, left, width }) => [key, left, width])).toEqual([
      ['b', 0, 250],
      ['c', 250, 250],
    ]);
  });

  it('draws what is too narrow together, whatever the number', () => {
    const rows = Array.from({ length: 5000 }, (_, index) => row(`r${index}`, index, 1));
    const blocks = timelineBlocks(rows, { ...WINDOW, span: milliseconds(200_000) }, 1000, RATE);
    expect(blocks.length).toBeLessThanOrEqual(250);
    expect(blocks.flatMap((block) => block.rows).length).toBe(5000);
  });
});

describe('nearestSeam', () => {
  it('finds the nearest seam within reach', () => {
    const rows = [row('a', 0, 100), row('b', 100, 50)];
    expect(nearestSeam(rows, frames(96), frames(10))).toEqual({ frame: 100, afterItemId: 'a' });
    expect(nearestSeam(rows, frames(70), frames(10))).toBeNull();
    expect(nearestSeam(rows, frames(4), frames(10))).toEqual({ frame: 0, afterItemId: null });
  });
});
