import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planSchema } from '../../../shared/contract/index.ts';
import { PLAN_TEMPLATES } from '../../../shared/plan-templates/index.ts';
import {
  datesOfWeek,
  daypartOn,
  gridBlocks,
  lengthOf,
  minutesOfTime,
  movedDaypart,
  resizedDaypart,
  timeOfMinutes,
  timeOfText,
} from './week-grid-model.ts';

const PLAN = PLAN_TEMPLATES[0]!.plan;
const WEEK = datesOfWeek('2026-05-06');
const step = fc.integer({ min: 0, max: 95 }).map((count) => count * 15);

describe('the weekly grid', () => {
  it('leads from a time to its minutes and back', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1439 }), (minutes) => {
        expect(minutesOfTime(timeOfMinutes(minutes))).toBe(minutes);
      }),
    );
  });

  it('takes a time as people write it, and leaves what is none', () => {
    expect(['6', '06:00', '630', '2215', ' 7.05 ', '06:00:30', 'noon'].map(timeOfText)).toEqual([
      '06:00',
      '06:00',
      '06:30',
      '22:15',
      '07:05',
      '06:00:30',
      'noon',
    ]);
  });

  it('makes a daypart of any stretch that the station accepts, drawn where it was drawn', () => {
    fc.assert(
      fc.property(fc.nat({ max: 6 }), step, fc.integer({ min: 1, max: 96 }), (day, from, steps) => {
        const to = Math.min(1440, from + steps * 15);
        const daypart = daypartOn({ day, from, to }, PLAN);
        const plan = { ...PLAN, dayparts: [...PLAN.dayparts, daypart] };
        expect(planSchema.safeParse(plan).success).toBe(true);
        expect(gridBlocks(plan, WEEK).at(-1)).toEqual({ daypartId: daypart.id, day, date: null, from, to, isHead: true });
      }),
    );
  });

  it('keeps the length when it moves a daypart, and comes back', () => {
    fc.assert(
      fc.property(step, fc.integer({ min: -96, max: 96 }), (from, steps) => {
        const daypart = daypartOn({ day: 0, from, to: Math.min(1440, from + 60) }, PLAN);
        const moved = movedDaypart(daypart, steps * 15);
        expect(lengthOf(moved)).toBe(lengthOf(daypart));
        expect(movedDaypart(moved, -steps * 15)).toEqual(daypart);
      }),
    );
  });

  it('draws what crosses the start of the day in both columns', () => {
    const night = { ...daypartOn({ day: 6, from: 0, to: 60 }, PLAN), from: '05:00', to: '07:00' };
    expect(gridBlocks({ dayStartsAt: '06:00', dayparts: [night] }, WEEK)).toEqual([
      { daypartId: night.id, day: 6, date: null, from: 1380, to: 1440, isHead: true },
      { daypartId: night.id, day: 0, date: null, from: 0, to: 60, isHead: false },
    ]);
  });

  it('stands for today and the six days after it', () => {
    // A Wednesday.
    expect(WEEK).toEqual(['2026-05-11', '2026-05-12', '2026-05-06', '2026-05-07', '2026-05-08', '2026-05-09', '2026-05-10']);
  });

  it('draws what airs on a date in that column, and nothing of other weeks', () => {
    const on = (...dates: string[]) => ({
      ...daypartOn({ day: 0, from: 0, to: 60 }, PLAN),
      from: '05:00',
      to: '07:00',
      when: { type: 'dates' as const, dates },
    });
    const days = (...dates: string[]) =>
      gridBlocks({ dayStartsAt: '06:00', dayparts: [on(...dates)] }, WEEK).map(({ day, date, isHead }) => [day, date, isHead]);
    expect(days('2026-05-06')).toEqual([
      [2, '2026-05-06', true],
      [3, '2026-05-06', false],
    ]);
    expect(days('2026-05-13', '2026-12-24')).toEqual([]);
    // Begun the day before the first of the week, ended the day after the last.
    expect(days('2026-05-05', '2026-05-12')).toEqual([
      [2, '2026-05-05', false],
      [1, '2026-05-12', true],
    ]);
  });

  it('keeps a daypart between a quarter of an hour and a day long', () => {
    const daypart = daypartOn({ day: 0, from: 0, to: 60 }, PLAN);
    expect(lengthOf(resizedDaypart(daypart, -600))).toBe(15);
    expect(lengthOf(resizedDaypart(daypart, 5000))).toBe(1440);
  });
});
