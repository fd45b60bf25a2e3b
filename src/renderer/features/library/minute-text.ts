import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import { broadcastDayAt, instantInDay, localTimeOf } from '../../../shared/time/station-calendar.ts';
import { dayOfText } from '../../ui/day-text.ts';

/** How a minute is written, for fields that ask for one. */
export const MINUTE_FORM = 'yyyy-mm-dd hh:mm';

/** An instant as a field for day and time holds it: `2026-03-01 20:00`, in a zone. */
export function minuteText(instant: Milliseconds, zone: string): string {
  return `${broadcastDayAt(midnights(zone), instant).date} ${localTimeOf(instant, zone).slice(0, 5)}`;
}

/** The instant that a text names in a zone as `yyyy-mm-dd hh:mm`, or as the day alone, which then starts; null when it names none. */
export function minuteOfText(text: string, zone: string): Milliseconds | null {
  const [date = '', time = '00:00', ...rest] = text.trim().split(/\s+/);
  const day = dayOfText(date);
  if (day === null || rest.length > 0 || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  return milliseconds(instantInDay(midnights(zone), day, time));
}

/** Days that start with their date. */
function midnights(zone: string) {
  return { zone, dayStartsAt: '00:00' };
}
