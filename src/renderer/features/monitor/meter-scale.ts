import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';

/** The bottom of the scale. */
const BOTTOM_DBFS = -60;
/** Levels older than this are no longer true. */
const STALE_MS = 1000;
/** How long a peak stays marked. */
const HELD_MS = 1500;

/** Where a level stands on the scale, 0 (-60 dBFS or less) to 1 (full scale). */
export function meterPart(dbfs: number): number {
  return Math.min(1, Math.max(0, 1 - dbfs / BOTTOM_DBFS));
}

/** The highest peak of late, and since when it is held. */
export interface HeldPeak {
  readonly dbfs: number;
  readonly since: Milliseconds;
}

/** Before anything was heard. */
export const NO_PEAK: HeldPeak = { dbfs: -120, since: milliseconds(0) };

/** The held peak after a level at `now`: a higher one at once, a lower one when the old one was shown long enough. */
export function heldPeak(held: HeldPeak, dbfs: number, now: Milliseconds): HeldPeak {
  return dbfs >= held.dbfs || now - held.since >= HELD_MS ? { dbfs, since: now } : held;
}

/** Whether levels heard then are too old at `now` to be shown as true. */
export function isStale(heardAt: Milliseconds | null, now: Milliseconds): boolean {
  return heardAt === null || now - heardAt > STALE_MS;
}

/** A loudness in LUFS to a tenth; a dash for silence and while nothing is known. */
export function lufsText(lufs: number | null): string {
  return lufs === null || lufs <= -70 ? '—' : lufs.toFixed(1);
}
