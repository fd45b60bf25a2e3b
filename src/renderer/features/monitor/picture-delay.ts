import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';

/**
 * How far the monitor's picture is behind the air: the engine's time of day less the instant that the playlist gives the picture
 * (EXT-X-PROGRAM-DATE-TIME, RFC 8216 4.3.2.6). null until both are known.
 */
export function pictureDelay(engineTime: Milliseconds | null, pictureAt: Date | null): Milliseconds | null {
  if (engineTime === null || pictureAt === null) return null;
  return milliseconds(Math.max(0, engineTime - pictureAt.getTime()));
}

/** A delay in seconds and tenths, as `3.2 s`. */
export function delayText(delay: Milliseconds | null): string {
  return delay === null ? '–' : `${(delay / 1000).toFixed(1)} s`;
}
