import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';

/** How much of the day the timeline may show at once, from all of it to a minute. */
export const SPANS = [
  { label: '24 h', ms: milliseconds(86_400_000) },
  { label: '6 h', ms: milliseconds(21_600_000) },
  { label: '1 h', ms: milliseconds(3_600_000) },
  { label: '15 min', ms: milliseconds(900_000) },
  { label: '1 min', ms: milliseconds(60_000) },
] as const;

/** What the timeline shows: half-open, instants in UTC. */
export interface TimeWindow {
  readonly from: Milliseconds;
  readonly span: Milliseconds;
}

/** The day that the timeline may be moved within. */
export interface TimeBounds {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
}

/** Where an instant is, in pixels from the left edge of a timeline that is `width` pixels wide. May lie outside of it. */
export function pixelAt(instant: Milliseconds, { from, span }: TimeWindow, width: number): number {
  return ((instant - from) * width) / span;
}

/** The instant at a pixel; the opposite of `pixelAt`. */
export function instantAt(pixel: number, { from, span }: TimeWindow, width: number): Milliseconds {
  return milliseconds(from + (pixel * span) / width);
}

/** The same window with another span; what is at `anchor` stays where it is, as far as the day's bounds let it. */
export function zoomed(window: TimeWindow, span: Milliseconds, anchor: Milliseconds, bounds: TimeBounds): TimeWindow {
  const share = (anchor - window.from) / window.span;
  return within({ from: milliseconds(anchor - share * span), span }, bounds);
}

/** The window moved by a length, negative for earlier. */
export function panned(window: TimeWindow, by: Milliseconds, bounds: TimeBounds): TimeWindow {
  return within({ from: milliseconds(window.from + by), span: window.span }, bounds);
}

/** The next larger (1) or smaller (-1) span; the same at either end. */
export function nextSpan(span: Milliseconds, step: 1 | -1): Milliseconds {
  const index = SPANS.findIndex(({ ms }) => ms <= span);
  return SPANS[Math.min(SPANS.length - 1, Math.max(0, index - step))]?.ms ?? span;
}

/** Instants to draw lines at, a round step apart: about every 90 pixels. */
export function ticks({ from, span }: TimeWindow, width: number): readonly Milliseconds[] {
  const least = (span * 90) / Math.max(width, 1);
  const step = TICK_STEPS.find((ms) => ms >= least) ?? TICK_STEPS.at(-1) ?? 1;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.ceil((from + span - first) / step)) }, (_, index) => milliseconds(first + index * step));
}

const TICK_STEPS = [1, 5, 10, 15, 30, 60, 300, 600, 900, 1800, 3600, 7200, 14_400].map((seconds) => seconds * 1000);

function within({ from, span }: TimeWindow, bounds: TimeBounds): TimeWindow {
  const most = bounds.to - bounds.from;
  if (span >= most) return { from: bounds.from, span: milliseconds(most) };
  return { from: milliseconds(Math.min(bounds.to - span, Math.max(bounds.from, from))), span };
}
