import { type FrameRate, type Frames, frames } from '../../../../shared/time/index.ts';
import type { Burst } from '../../hub/index.ts';

/** A segment that is complete, still in memory. */
export interface FinishedSegment {
  readonly startFrame: Frames;
  readonly durationFrames: Frames;
  readonly packets: readonly Buffer[];
  readonly byteLength: number;
}

/** Gathers bursts into segments that each begin with a key frame and hold everything up to the next. */
export class SegmentBuilder {
  readonly #longestFrames: number;
  #startFrame: Frames | null = null;
  #endFrame = 0;
  #packets: Buffer[] = [];

  /** `targetSeconds`: what the playlist promises that no segment, rounded to whole seconds, is above. */
  constructor(rate: FrameRate, targetSeconds: number) {
    this.#longestFrames = ((targetSeconds + 0.5) * rate.num) / rate.den;
  }

  /** Takes a burst. Gives the segment that it ended, if it did. What comes before the first key frame is left out. */
  push(burst: Burst): FinishedSegment | null {
    const finished = burst.isKeyFrame ? this.#finish(burst.frame) : null;
    if (burst.isKeyFrame) this.#begin(burst.frame);
    if (this.#startFrame === null) return finished;
    this.#packets.push(...burst.packets);
    if (burst.stream === 'video') this.#endFrame = Math.max(this.#endFrame, burst.frame + 1);
    return finished;
  }

  /** Ends the open segment with the last frame it holds. */
  end(): FinishedSegment | null {
    const finished = this.#finish(null);
    this.drop();
    return finished;
  }

  /** Lets go of the open segment. */
  drop(): void {
    this.#startFrame = null;
    this.#packets = [];
  }

  #begin(frame: Frames): void {
    this.#startFrame = frame;
    this.#endFrame = frame + 1;
    this.#packets = [];
  }

  /**
   * A segment lasts until the next one begins, so that a short hole (an encoder that was started again) is part of it and the
   * sum of all lengths stays true. A hole too long for that is left to the next segment's date and time.
   */
  #finish(nextFrame: Frames | null): FinishedSegment | null {
    if (this.#startFrame === null) return null;
    const untilNext = nextFrame === null ? 0 : nextFrame - this.#startFrame;
    const fits = untilNext > 0 && untilNext < this.#longestFrames;
    const durationFrames = frames(fits ? untilNext : this.#endFrame - this.#startFrame);
    return { startFrame: this.#startFrame, durationFrames, packets: this.#packets, byteLength: sumLengths(this.#packets) };
  }
}

function sumLengths(packets: readonly Buffer[]): number {
  return packets.reduce((sum, run) => sum + run.length, 0);
}
