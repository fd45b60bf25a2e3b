import {
  type FrameRate,
  type Frames,
  frameDueAt,
  framesToMs,
  type Milliseconds,
  milliseconds,
  msToFrames,
} from '../../shared/time/index.ts';
import { useStationZone } from './station-zone.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The zone of every time in the console, as an IANA name: the station's, as its plan says. */
export function consoleZone(): string {
  return useStationZone.getState().zone;
}

/** The time of day at an instant (UTC) as `HH:MM:SS`, in a zone. */
export function timeOfDay(instant: Milliseconds, zone: string): string {
  return formatterOf('time', zone, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(instant);
}

/** The day at an instant (UTC) as `Sat 22 Nov`, in a zone. */
export function dayName(instant: Milliseconds, zone: string): string {
  return formatterOf('day', zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(instant).replace(',', '');
}

/** The day at an instant (UTC) as `22 Nov`, in a zone. */
export function shortDay(instant: Milliseconds, zone: string): string {
  return formatterOf('short-day', zone, { day: 'numeric', month: 'short' }).format(instant);
}

/** The time of day of a frame of the channel as `HH:MM:SS:FF`: FF counts the frames within the second, non-drop (SMPTE 12-1). */
export function frameTimeOfDay(frame: Frames, rate: FrameRate, zone: string): string {
  // A microsecond of grace: a frame that is due at a whole second may fall a hair short of it in binary.
  const dueAt = (frameDueAt(frame, rate) + 1e-3) as Milliseconds;
  const withinSecond = Math.floor(((dueAt % 1000) * rate.num) / (rate.den * 1000));
  return `${timeOfDay(dueAt, zone)}:${two(withinSecond)}`;
}

/** A length as `MM:SS`, from an hour on `H:MM:SS`; whole seconds, rounded down. */
export function lengthText(length: Milliseconds): string {
  const seconds = Math.max(0, Math.floor(length / 1000 + 1e-6));
  return clockText(seconds);
}

/** What is left, as `MM:SS`; rounded up, so that it reaches 00:00 at the end and not a second before. */
export function remainingText(left: Frames, rate: FrameRate): string {
  return clockText(Math.max(0, Math.ceil(framesToMs(left, rate) / 1000 - 1e-6)));
}

/** A length in frames as `MM:SS:FF`, from an hour on `H:MM:SS:FF`. */
export function frameLengthText(count: Frames, rate: FrameRate): string {
  const perSecond = Math.ceil(rate.num / rate.den);
  return `${clockText(Math.floor(count / perSecond))}:${two(count % perSecond)}`;
}

/** How far a start is from the one that was meant: `+00:12.3` when later, from an hour on `+1:00:12.3`; `on time` within a frame. */
export function differenceText(difference: Milliseconds, rate: FrameRate): string {
  const size = milliseconds(Math.abs(difference));
  if (msToFrames(size, rate) === 0) return 'on time';
  const tenths = Math.round(size / 100);
  return `${difference < 0 ? '−' : '+'}${clockText(Math.floor(tenths / 10))}.${tenths % 10}`;
}

/** How long ago something was, in words: `4 s`, `3 min`, `2 h`, `5 d`. */
export function ageText(age: Milliseconds): string {
  const seconds = Math.max(0, Math.floor(age / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 48 * 3600) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}

function clockText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}

function formatterOf(name: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${name} ${zone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
  formatters.set(key, made);
  return made;
}
