import type { Milliseconds } from '../../../shared/time/index.ts';
import { dayName, shortDay } from '../../ui/time-text.ts';

/** A date `2026-12-24` as `24 Dec`. */
export function shortDate(date: string): string {
  return shortDay(noonOf(date), 'UTC');
}

/** A date `2026-12-24` as `Thu 24 Dec`. */
export function dateName(date: string): string {
  return dayName(noonOf(date), 'UTC');
}

/** The day of the month of a date: 24 of `2026-12-24`. */
export function dayOfMonth(date: string): number {
  return Number(date.slice(-2));
}

function noonOf(date: string): Milliseconds {
  return Date.parse(`${date}T12:00:00Z`) as Milliseconds;
}
