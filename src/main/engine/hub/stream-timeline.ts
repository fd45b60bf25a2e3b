import { type FrameRate, type Frames, frames } from '../../../shared/time/index.ts';

/** Ticks a second of PTS and DTS. */
export const TICKS_PER_SECOND = 90_000;

const WRAP = 2 ** 33;

/** Ties the stream's timestamps to the channel's frames: `epochFrame` is shown at `epochPtsSeconds` of the stream's own time. */
export interface TimelineOrigin {
  readonly rate: FrameRate;
  readonly epochFrame: Frames;
  readonly epochPtsSeconds: number;
}

/**
 * Tells what a 33-bit timestamp means on a channel that runs for months: it comes round every 26.5 hours, so each is
 * taken as the nearest to the one before. A hole in the stream may last up to half of that.
 */
export class StreamTimeline {
  readonly #origin: TimelineOrigin;
  #latest: number;

  constructor(origin: TimelineOrigin) {
    this.#origin = origin;
    this.#latest = Math.round(origin.epochPtsSeconds * TICKS_PER_SECOND);
  }

  /** A 33-bit timestamp as ticks that only ever grow with the stream. Later ones are measured against it. */
  unwrap(timestamp: number): number {
    const turns = Math.round((this.#latest - timestamp) / WRAP);
    this.#latest = timestamp + turns * WRAP;
    return this.#latest;
  }

  /** The channel's frame that is shown at an unwrapped timestamp. The nearest one: 59.94 fps has half ticks, and FFmpeg rounds offsets to µs. */
  frameAt(ticks: number): Frames {
    const { rate, epochFrame, epochPtsSeconds } = this.#origin;
    const seconds = ticks / TICKS_PER_SECOND - epochPtsSeconds;
    return frames(epochFrame + Math.round((seconds * rate.num) / rate.den));
  }
}
