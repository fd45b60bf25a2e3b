import type { Daypart, Plan } from '../../../shared/contract/index.ts';
import { dateAfter } from '../../../shared/time/station-calendar.ts';
import { freeId } from '../../ui/free-id.ts';

/** The days of the week as the plan writes them, in the order of the grid's columns. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A broadcast day is drawn as 24 hours; the clock changes are the station's business. */
export const DAY_MINUTES = 1440;

/** What is drawn on the grid snaps to this many minutes. */
export const STEP_MINUTES = 15;

/** A stretch of a column: minutes since the broadcast day's start, half-open. */
export interface GridStretch {
  /** 0 for Monday's column. */
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

/** A daypart in one column. What crosses the day's start goes on at the top of the next one. */
export interface GridBlock extends GridStretch {
  readonly daypartId: string;
  /** The one date on which it airs there; null: every week. */
  readonly date: string | null;
  /** Whether the daypart begins here, rather than going on from the day before. */
  readonly isHead: boolean;
}

/** Minutes since midnight of a local time `HH:MM`. */
export function minutesOfTime(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** A local time `HH:MM` of minutes since midnight; days are left out of account. */
export function timeOfMinutes(minutes: number): string {
  const within = ((Math.round(minutes) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** A local time as people write it, such as `6`, `630` or `22:15`, as the plan does; what is none stays as it is, for the station to refuse. */
export function timeOfText(text: string): string {
  const [, hours, minutes = '00'] = /^(\d{1,2})[:.]?(\d{2})?$/.exec(text.trim()) ?? [];
  return hours === undefined ? text.trim() : `${hours.padStart(2, '0')}:${minutes}`;
}

/** The local time at a place of the grid. */
export function timeAt(minutes: number, dayStartsAt: string): string {
  return timeOfMinutes(minutesOfTime(dayStartsAt) + minutes);
}

/** The seven dates of the grid, Monday's first: `today`, and the next one of every other day of the week. */
export function datesOfWeek(today: string): readonly string[] {
  const dates = WEEKDAYS.map((_, days) => dateAfter(today, days));
  return dates.toSorted((one, other) => weekdayOf(one) - weekdayOf(other));
}

/**
 * The blocks of all weekly dayparts, and of what airs on single dates of the week in sight, the least important first, so that what counts is
 * drawn above what it displaces.
 */
export function gridBlocks(
  { dayparts, dayStartsAt }: Pick<Plan, 'dayparts' | 'dayStartsAt'>,
  week: readonly string[],
): readonly GridBlock[] {
  return dayparts
    .toReversed()
    .toSorted((one, other) => one.priority - other.priority)
    .flatMap((daypart) => blocksOf(daypart, dayStartsAt, week));
}

/** How many minutes a daypart lasts; all day when it ends when it begins. */
export function lengthOf({ from, to }: Pick<Daypart, 'from' | 'to'>): number {
  return (minutesOfTime(to) - minutesOfTime(from) + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
}

/** A daypart that begins so many minutes later (earlier when negative) and lasts as long. */
export function movedDaypart(daypart: Daypart, by: number): Daypart {
  return { ...daypart, from: timeOfMinutes(minutesOfTime(daypart.from) + by), to: timeOfMinutes(minutesOfTime(daypart.to) + by) };
}

/** A daypart that lasts so many minutes longer (less when negative), at least one step and at most a day. */
export function resizedDaypart(daypart: Daypart, by: number): Daypart {
  const length = Math.min(DAY_MINUTES, Math.max(STEP_MINUTES, lengthOf(daypart) + by));
  return { ...daypart, to: timeOfMinutes(minutesOfTime(daypart.from) + length) };
}

/** A new daypart on a stretch of the grid: what is least recent of everything, above whatever stood there. */
export function daypartOn({ day, from, to }: GridStretch, plan: Plan): Daypart {
  const weekday = WEEKDAYS[day] ?? 'mon';
  const priorities = plan.dayparts.map(({ priority }) => priority);
  return {
    id: freeId(plan.dayparts, 'daypart'),
    name: 'New daypart',
    priority: Math.min(100, Math.max(0, ...priorities) + 1),
    when: { type: 'weekly', days: [weekday] },
    from: timeAt(from, plan.dayStartsAt),
    to: timeAt(to, plan.dayStartsAt),
    start: 'fixed',
    selection: { type: 'least-recent', filter: { genres: [], tags: [], series: [], ratings: [] }, cooldownMinutes: 1440 },
    breaks: plan.breakPatterns[0]?.id ?? null,
    overrun: 'fit',
  };
}

/** The nearest step at or before so many minutes, within the day. */
export function snapped(minutes: number): number {
  return Math.min(DAY_MINUTES, Math.max(0, Math.round(minutes / STEP_MINUTES) * STEP_MINUTES));
}

function blocksOf(daypart: Daypart, dayStartsAt: string, week: readonly string[]): readonly GridBlock[] {
  const from = (minutesOfTime(daypart.from) - minutesOfTime(dayStartsAt) + DAY_MINUTES) % DAY_MINUTES;
  const to = from + lengthOf(daypart);
  const head = { daypartId: daypart.id, from, to: Math.min(to, DAY_MINUTES), isHead: true };
  const rest = { daypartId: daypart.id, from: 0, to: to - DAY_MINUTES, isHead: false };
  const parts = to > DAY_MINUTES ? [head, rest] : [head];
  const { when } = daypart;
  if (when.type === 'weekly') {
    const days = when.days.map((weekday) => WEEKDAYS.indexOf(weekday));
    return days.flatMap((day) => parts.map((part, later) => ({ ...part, day: (day + later) % 7, date: null })));
  }
  const dated = when.dates.flatMap((date) => parts.map((part, later) => ({ ...part, day: week.indexOf(dateAfter(date, later)), date })));
  return dated.filter(({ day }) => day >= 0);
}

function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}
