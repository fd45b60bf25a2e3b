import { type FrameRate, type Frames, frames } from '../../../../shared/time/index.ts';
import { type Burst, type StreamFormat, TICKS_PER_SECOND } from '../../hub/index.ts';
import { type HlsFormat, type InitialSegment, type SegmentWriter, segmentWriter } from './segment-format.ts';

/** A segment that is complete, still in memory. */
export interface FinishedSegment {
  readonly startFrame: Frames;
  readonly durationFrames: Frames;
  readonly pieces: readonly Buffer[];
  readonly byteLength: number;
  /** What players must read ahead of it; null: nothing. */
  readonly initialSegment: InitialSegment | null;
  /** What it is, for a master playlist; null: no picture or no sound was in the stream yet. */
  readonly streamFormat: StreamFormat | null;
}

/** The segment that is being gathered. Times are the stream's own, which go on when the channel's clock is set. */
interface OpenSegment {
  readonly startFrame: Frames;
  readonly startPts: number;
  lastPts: number;
  readonly pieces: Buffer[];
}

/** Gathers bursts into segments that each begin with a key frame and hold everything up to the next. */
export class SegmentBuilder {
  readonly #rate: FrameRate;
  readonly #longestFrames: number;
  readonly #writer: SegmentWriter;
  #open: OpenSegment | null = null;

  /** `targetSeconds`: what the playlist promises that no segment, rounded to whole seconds, is above. */
  constructor(rate: FrameRate, targetSeconds: number, format: HlsFormat) {
    this.#rate = rate;
    this.#longestFrames = ((targetSeconds + 0.5) * rate.num) / rate.den;
    this.#writer = segmentWriter(format);
  }

  /** Takes a burst. Gives the segment that it ended, if it did. What comes before the first key frame is left out. */
  push(burst: Burst): FinishedSegment | null {
    const finished = burst.isKeyFrame ? this.#finish(burst.pts) : null;
    if (burst.isKeyFrame) this.#open = { startFrame: burst.frame, startPts: burst.pts, lastPts: burst.pts, pieces: [] };
    if (this.#open === null) return finished;
    this.#open.pieces.push(...this.#writer.write(burst));
    if (burst.stream === 'video') this.#open.lastPts = Math.max(this.#open.lastPts, burst.pts);
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
    this.#open = null;
  }

  /**
   * A segment lasts until the next one begins, so that a short hole (an encoder that was started again) is part of it and the
   * sum of all lengths stays true. A hole too long for that is left to the next segment's date and time.
   */
  #finish(nextPts: number | null): FinishedSegment | null {
    if (this.#open === null) return null;
    const { startFrame, startPts, lastPts, pieces } = this.#open;
    const untilNext = nextPts === null ? 0 : this.#framesBetween(startPts, nextPts);
    const fits = untilNext > 0 && untilNext < this.#longestFrames;
    const durationFrames = frames(fits ? untilNext : this.#framesBetween(startPts, lastPts) + 1);
    const told = { initialSegment: this.#writer.initialSegment(), streamFormat: this.#writer.streamFormat() };
    return { startFrame, durationFrames, pieces, byteLength: sumLengths(pieces), ...told };
  }

  #framesBetween(from: number, to: number): number {
    return Math.round(((to - from) * this.#rate.num) / (TICKS_PER_SECOND * this.#rate.den));
  }
}

function sumLengths(pieces: readonly Buffer[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}
