import type { AsRunRow, PlaylogItem } from '../../../shared/contract/index.ts';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import { type BroadcastDay, broadcastDay, broadcastDayAt, dateAfter, type StationCalendar } from '../../../shared/time/station-calendar.ts';
import type { StationCalls } from '../../station-client/index.ts';
import { AS_RUN_TAIL_MS } from '../as-run/index.ts';

/** The most rows that the log is asked for. */
const MOST_ROWS = 5000;

/** A broadcast day's items as last read, and what a change has to be made on. */
export interface ScheduleDay {
  readonly calendar: StationCalendar;
  readonly day: BroadcastDay;
  readonly revision: number;
  readonly lockWindow: Milliseconds;
  readonly items: readonly PlaylogItem[];
  /** What the as-run log says of it, where that lies further back than the rows that the console keeps at hand. */
  readonly log: readonly AsRunRow[];
}

/** Reads the broadcast day of a date from the station; null: the one that is on air at `now`. */
export async function readScheduleDay(calls: StationCalls, date: string | null, now: Milliseconds): Promise<ScheduleDay> {
  const { zone, dayStartsAt } = await calls.schedule.getPlan();
  const calendar = { zone, dayStartsAt };
  const day = date === null ? broadcastDayAt(calendar, now) : broadcastDay(calendar, date);
  const range = { from: new Date(day.startsAt).toISOString(), to: new Date(day.endsAt).toISOString() };
  const { revision, lockWindowMs, items } = await calls.playlog.list(range);
  const isLongAgo = day.startsAt < now - AS_RUN_TAIL_MS;
  const log = isLongAgo ? (await calls.asRun.list({ ...range, limit: MOST_ROWS })).items : [];
  return { calendar, day, revision, lockWindow: milliseconds(lockWindowMs), items, log };
}

/** The date of the day so many days after this one. */
export function otherDay({ day }: ScheduleDay, days: number): string {
  return dateAfter(day.date, days);
}
