import type { Daypart, Plan } from '../../../shared/contract/plan.ts';
import { type FrameRate, type Frames, firstFrameFrom, frameDueAt } from '../../../shared/time/index.ts';
import { broadcastDay, broadcastDayAt, dateAfter, instantInDay, type StationCalendar } from '../../../shared/time/station-calendar.ts';

/** A stretch of the channel that belongs to one occurrence of one daypart, or to none. */
export interface Segment {
  readonly from: Frames;
  readonly until: Frames;
  readonly daypart: Daypart | null;
  /** Names the occurrence: `evening@2026-03-01`. */
  readonly occurrence: string;
  /** Whether it has to begin at `from` to the frame. */
  readonly isFixed: boolean;
}

interface Occurrence {
  readonly from: Frames;
  readonly until: Frames;
  readonly daypart: Daypart;
  readonly name: string;
  readonly rank: readonly [number, number, number];
}

const WEEKDAY_NUMBERS = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 } as const;

/** The segments that cover [from, until) without a gap, in order; the first and the last may reach beyond it. */
export function resolveSegments(plan: Plan, from: Frames, until: Frames, rate: FrameRate): readonly Segment[] {
  const days = daysAround(plan, from, until, rate);
  const occurrences = days.flatMap((date) => occurrencesOf(plan, date, rate));
  const edges = new Set<Frames>([from, until]);
  for (const occurrence of occurrences) edges.add(occurrence.from).add(occurrence.until);
  const sorted = [...edges].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [index, edge] of sorted.slice(0, -1).entries()) {
    const end = sorted[index + 1] as Frames;
    const next = toSegment(edge, end, strongest(occurrences, edge));
    const last = segments.at(-1);
    if (last?.occurrence === next.occurrence) segments[segments.length - 1] = { ...last, until: end };
    else segments.push(next);
  }
  return segments.filter((segment) => segment.until > from && segment.from < until);
}

/** The frames [from, until) of a local stretch of time in the broadcast day of a date; the same time twice is the whole day. */
export function framesOfStretch(
  calendar: StationCalendar,
  date: string,
  stretch: { readonly from: string; readonly to: string },
  rate: FrameRate,
): { readonly from: Frames; readonly until: Frames } {
  const start = instantInDay(calendar, date, stretch.from);
  const sameDay = instantInDay(calendar, date, stretch.to);
  const crosses = sameDay < start || stretch.from === stretch.to;
  const end = crosses ? instantInDay(calendar, dateAfter(date, 1), stretch.to) : sameDay;
  return { from: firstFrameFrom(start, rate), until: firstFrameFrom(end, rate) };
}

/** The dates whose broadcast days touch [from, until), and the one before them: a daypart may reach into the next day. */
export function daysAround(calendar: StationCalendar, from: Frames, until: Frames, rate: FrameRate): readonly string[] {
  const dates: string[] = [];
  let day = broadcastDay(calendar, dateAfter(broadcastDayAt(calendar, frameDueAt(from, rate)).date, -1));
  const end = frameDueAt(until, rate);
  while (day.startsAt < end) {
    dates.push(day.date);
    day = broadcastDay(calendar, dateAfter(day.date, 1));
  }
  return dates;
}

function occurrencesOf(plan: Plan, date: string, rate: FrameRate): readonly Occurrence[] {
  const { weekday } = broadcastDay(plan, date);
  return plan.dayparts.flatMap((daypart, index) => {
    if (!occursOn(daypart, date, weekday)) return [];
    const { from, until } = framesOfStretch(plan, date, daypart, rate);
    if (until <= from) return [];
    const rank = [-daypart.priority, daypart.when.type === 'dates' ? 0 : 1, index] as const;
    return [{ from, until, daypart, name: `${daypart.id}@${date}`, rank }];
  });
}

function occursOn({ when }: Daypart, date: string, weekday: number): boolean {
  return when.type === 'dates' ? when.dates.includes(date) : when.days.some((day) => WEEKDAY_NUMBERS[day] === weekday);
}

function strongest(occurrences: readonly Occurrence[], frame: Frames): Occurrence | null {
  let best: Occurrence | null = null;
  for (const occurrence of occurrences) {
    if (occurrence.from > frame || occurrence.until <= frame) continue;
    if (best === null || isStronger(occurrence, best)) best = occurrence;
  }
  return best;
}

/** The rank decides; between two nights of the same daypart the later one. */
function isStronger(a: Occurrence, b: Occurrence): boolean {
  for (const place of [0, 1, 2] as const) if (a.rank[place] !== b.rank[place]) return a.rank[place] < b.rank[place];
  return a.from > b.from;
}

function toSegment(from: Frames, until: Frames, occurrence: Occurrence | null): Segment {
  if (occurrence === null) return { from, until, daypart: null, occurrence: 'unplanned', isFixed: false };
  const { daypart, name } = occurrence;
  return { from, until, daypart, occurrence: name, isFixed: daypart.start === 'fixed' && from === occurrence.from };
}
