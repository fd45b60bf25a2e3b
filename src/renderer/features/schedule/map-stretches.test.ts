import { describe, expect, it } from 'vitest';
import { frameDueAt, frames, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { mapStretches } from './map-stretches.ts';
import { scheduleItem } from './schedule-item.fixture.ts';

const RATE = parseFrameRate('25/1');
const at = (frame: number) => frameDueAt(frames(frame), RATE);
const DAY = { date: '2024-01-01', weekday: 1, startsAt: at(0), endsAt: milliseconds(at(0) + 86_400_000) };
const LAST = 86_400 * 25;

describe('mapStretches', () => {
  it('shows an empty day as one gap', () => {
    expect(mapStretches([], DAY, RATE)).toEqual([{ from: DAY.startsAt, to: DAY.endsAt, kind: null }]);
  });

  it('cuts at the ends of the day, joins what is alike, and shows what nothing fills', () => {
    const items = [scheduleItem('a', -1000, 101_000), scheduleItem('b', 100_000, 100_000), scheduleItem('c', 300_000, LAST)];
    expect(mapStretches(items, DAY, RATE)).toEqual([
      { from: at(0), to: at(200_000), kind: 'programme' },
      { from: at(200_000), to: at(300_000), kind: null },
      { from: at(300_000), to: at(LAST), kind: 'programme' },
    ]);
  });

  it('lets a bumper of some seconds go with the programme before it, and keeps a long break', () => {
    const bumper = { ...scheduleItem('b', 100_000, 125), kind: 'bumper' as const };
    const spot = { ...scheduleItem('d', 200_000, 25 * 120), kind: 'commercial' as const };
    const items = [scheduleItem('a', 0, 100_000), bumper, scheduleItem('c', 100_125, 99_875), spot, scheduleItem('e', 203_000, LAST)];
    expect(mapStretches(items, DAY, RATE).map(({ kind }) => kind)).toEqual(['programme', 'commercial', 'programme']);
  });
});
