import type { FrameRate } from '../../src/shared/time/index.ts';
import type { FrameReading } from './reading.ts';

/** Less than this off the due time is a container's rounding. */
const ROUNDING_MS = 1.5;

/** Where the time from one frame to the next is not one frame. */
export interface TimeBreak {
  /** The frame after the break. */
  readonly ptsMs: number;
  /** How much later (or, negative, earlier) it comes than it should. */
  readonly offMs: number;
  /** Whole frames that are missing in between; 0 when time went back or is off by less than a frame. */
  readonly missingFrames: number;
}

/** Finds holes and leaps in the times of a stream's frames. */
export function analyseTimes(frames: readonly FrameReading[], rate: FrameRate): readonly TimeBreak[] {
  const frameMs = (1000 * rate.den) / rate.num;
  return frames.slice(1).flatMap(({ ptsMs }, index) => {
    const offMs = ptsMs - (frames[index]?.ptsMs ?? ptsMs) - frameMs;
    if (Math.abs(offMs) <= ROUNDING_MS) return [];
    return [{ ptsMs, offMs, missingFrames: Math.max(0, Math.round(offMs / frameMs)) }];
  });
}
