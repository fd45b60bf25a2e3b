import { Temporal } from 'temporal-polyfill';
import { type Milliseconds, milliseconds } from './quantities.ts';

/**
 * Where the station is in time: its zone (IANA, `Europe/Lisbon`) and when its broadcast day starts (`HH:MM`, local). The plan speaks this
 * time; everything else speaks UTC. A local time that a clock change leaves out means the same distance after the change; one that comes twice
 * means the first (RFC 5545 3.3.5, Temporal's `compatible`).
 */
export interface StationCalendar {
  readonly zone: string;
  readonly dayStartsAt: string;
}

/** A broadcast day: the half-open stretch from one start of the day to the next. 23 or 25 hours long where the clock changes. */
export interface BroadcastDay {
  /** The date on which it starts, `2026-03-01`. */
  readonly date: string;
  /** 1 for Monday to 7 for Sunday (ISO 8601). */
  readonly weekday: number;
  readonly startsAt: Milliseconds;
  readonly endsAt: Milliseconds;
}

/** Whether a name is a time zone that this machine knows. */
export function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The broadcast day of a date. @throws RangeError when the date is none */
export function broadcastDay(calendar: StationCalendar, date: string): BroadcastDay {
  const startsAt = instantOfLocal(date, calendar.dayStartsAt, calendar.zone);
  const endsAt = instantOfLocal(dateAfter(date, 1), calendar.dayStartsAt, calendar.zone);
  return { date, weekday: Temporal.PlainDate.from(date).dayOfWeek, startsAt, endsAt };
}

/** The broadcast day that an instant belongs to. */
export function broadcastDayAt(calendar: StationCalendar, instant: Milliseconds): BroadcastDay {
  const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(calendar.zone);
  const day = broadcastDay(calendar, local.toPlainDate().toString());
  if (instant < day.startsAt) return broadcastDay(calendar, dateAfter(day.date, -1));
  return instant >= day.endsAt ? broadcastDay(calendar, dateAfter(day.date, 1)) : day;
}

/** The instant of a local time (`HH:MM` or `HH:MM:SS`) in the broadcast day of a date: times before the day's start are of the night after it. */
export function instantInDay(calendar: StationCalendar, date: string, time: string): Milliseconds {
  const isNextDate = secondsOf(time) < secondsOf(calendar.dayStartsAt);
  return instantOfLocal(isNextDate ? dateAfter(date, 1) : date, time, calendar.zone);
}

/** The local time of an instant, `HH:MM:SS`. */
export function localTimeOf(instant: Milliseconds, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 8);
}

/** The date so many days later; earlier when negative. */
export function dateAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** How many days after one date another one is; negative when it is before. */
export function daysBetween(date: string, other: string): number {
  return Temporal.PlainDate.from(date).until(Temporal.PlainDate.from(other)).days;
}

/**
 * The instant of the same local time so many days later (earlier when negative), to the millisecond. null where the clock leaves no place for it:
 * that day skips the time, or the instant is in an hour that comes twice, the second time.
 */
export function sameTimeDaysLater(instant: Milliseconds, days: number, zone: string): Milliseconds | null {
  const epoch = Math.floor(instant);
  const local = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone).toPlainDateTime();
  if (local.toZonedDateTime(zone).epochMilliseconds !== epoch) return null;
  const wished = local.add({ days });
  const found = wished.toZonedDateTime(zone);
  return found.toPlainDateTime().equals(wished) ? milliseconds(found.epochMilliseconds) : null;
}

function instantOfLocal(date: string, time: string, zone: string): Milliseconds {
  const local = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  return milliseconds(local.toZonedDateTime(zone).epochMilliseconds);
}

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60 + seconds;
}
