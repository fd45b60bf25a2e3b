import type { Frames, Milliseconds } from '../../../shared/time/index.ts';
import type { FrameClock } from '../clock/frame-clock.ts';
import { StepWatch } from '../clock/step-watch.ts';
import type { StreamLine } from '../clock/stream-line.ts';

/** What a follower works with. */
export interface ClockFollowing {
  readonly clock: FrameClock;
  readonly line: StreamLine;
  /** Frames between two key frames, counted from the stream's first frame. */
  readonly keyFrameDistance: number;
}

/**
 * Takes the channel along when the wall clock was set or the computer slept. It waits for the place where a key frame comes next: segments
 * then belong to one side of the jump each, and each has its own true date.
 */
export class ClockFollower {
  readonly #parts: ClockFollowing;
  readonly #watch = new StepWatch();
  #first: Frames | null = null;
  #isDue = false;

  constructor(parts: ClockFollowing) {
    this.#parts = parts;
  }

  /** To be asked after each frame, made `lateMs` late, when `next` would follow. @returns the frame to join instead, or null to go on. */
  joinAfter(next: Frames, lateMs: Milliseconds): Frames | null {
    const { clock, line, keyFrameDistance } = this.#parts;
    const stream = line.streamOf(next);
    this.#first ??= (stream - 1) as Frames;
    this.#isDue ||= this.#watch.isSteppedAt(clock.now(), clock.stepMs, lateMs);
    if (!this.#isDue || (stream - this.#first) % keyFrameDistance !== 0) return null;
    this.#isDue = false;
    this.#watch.reset();
    const joined = clock.realign();
    if (joined === next) return null;
    line.goOn(stream, joined);
    return joined;
  }
}
