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

/** A segment that is being gathered. Times are the stream's own, which go on when the channel's clock is set. */
interface OpenSegment {
  readonly startFrame: Frames;
  readonly startPts: number;
  lastPts: number;
  hasSound: boolean;
  readonly pieces: Buffer[];
}

/** A segment whose pictures are complete, but perhaps not its sound. */
interface EndingSegment {
  readonly segment: OpenSegment;
  /** Where the next one begins. */
  readonly nextPts: number;
  readonly initialSegment: InitialSegment | null;
  readonly streamFormat: StreamFormat | null;
}

/** Sound that is this much later than its picture is not waited for. */
const MOST_SOUND_DELAY = TICKS_PER_SECOND / 2;

/**
 * Gathers bursts into segments that each begin with a key frame and hold everything up to the next. Encoders send a key frame ahead of the sound that belongs before
 * it, by as much as pictures are reordered: that sound is still the segment's that ends there, so that pictures and sound of a segment begin together.
 */
export class SegmentBuilder {
  readonly #rate: FrameRate;
  readonly #longestFrames: number;
  readonly #writer: SegmentWriter;
  #open: OpenSegment | null = null;
  #ending: EndingSegment | null = null;

  /** `targetSeconds`: what the playlist promises that no segment, rounded to whole seconds, is above. */
  constructor(rate: FrameRate, targetSeconds: number, format: HlsFormat) {
    this.#rate = rate;
    this.#longestFrames = ((targetSeconds + 0.5) * rate.num) / rate.den;
    this.#writer = segmentWriter(format);
  }

  /** Takes a burst. Gives the segments that are complete with it. What comes before the first key frame is left out. */
  push(burst: Burst): readonly FinishedSegment[] {
    const finished = this.#isPastEnding(burst) ? this.#settle() : [];
    if (burst.isKeyFrame) this.#begin(burst);
    this.#add(burst);
    return this.#ending?.segment.hasSound === false ? [...finished, ...this.#settle()] : finished;
  }

  /** Ends what is open with the last frame it holds. */
  end(): readonly FinishedSegment[] {
    const finished = this.#settle();
    const last = this.#open === null ? [] : [this.#finish({ segment: this.#open, nextPts: null, ...this.#told() })];
    this.drop();
    return [...finished, ...last];
  }

  /** Lets go of what is not complete. */
  drop(): void {
    this.#open = null;
    this.#ending = null;
  }

  #begin({ frame, pts }: Burst): void {
    if (this.#open !== null) this.#ending = { segment: this.#open, nextPts: pts, ...this.#told() };
    this.#open = { startFrame: frame, startPts: pts, lastPts: pts, hasSound: false, pieces: [] };
  }

  #add(burst: Burst): void {
    const isBefore = burst.stream === 'audio' && burst.pts < (this.#ending?.nextPts ?? 0);
    const segment = isBefore ? this.#ending?.segment : this.#open;
    if (!segment) return;
    segment.pieces.push(...this.#writer.write(burst));
    if (burst.stream === 'audio') segment.hasSound = true;
    else segment.lastPts = Math.max(segment.lastPts, burst.pts);
  }

  /** Whether nothing more can come that belongs to the segment that ends. */
  #isPastEnding({ stream, isKeyFrame, pts, dts }: Burst): boolean {
    if (this.#ending === null) return false;
    const { nextPts } = this.#ending;
    return isKeyFrame || (stream === 'audio' && pts >= nextPts) || dts >= nextPts + MOST_SOUND_DELAY;
  }

  /** What is known of the stream: asked when a segment's pictures end, before anything of the next one is written. */
  #told(): Pick<FinishedSegment, 'initialSegment' | 'streamFormat'> {
    return { initialSegment: this.#writer.initialSegment(), streamFormat: this.#writer.streamFormat() };
  }

  #settle(): readonly FinishedSegment[] {
    const ending = this.#ending;
    this.#ending = null;
    return ending === null ? [] : [this.#finish(ending)];
  }

  /**
   * A segment lasts until the next one begins, so that a short hole (an encoder that was started again) is part of it and the
   * sum of all lengths stays true. A hole too long for that is left to the next segment's date and time.
   */
  #finish({ segment, nextPts, ...told }: Omit<EndingSegment, 'nextPts'> & { readonly nextPts: number | null }): FinishedSegment {
    const { startFrame, startPts, lastPts, pieces } = segment;
    const untilNext = nextPts === null ? 0 : this.#framesBetween(startPts, nextPts);
    const fits = untilNext > 0 && untilNext < this.#longestFrames;
    const durationFrames = frames(fits ? untilNext : this.#framesBetween(startPts, lastPts) + 1);
    return { startFrame, durationFrames, pieces, byteLength: sumLengths(pieces), ...told };
  }

  #framesBetween(from: number, to: number): number {
    return Math.round(((to - from) * this.#rate.num) / (TICKS_PER_SECOND * this.#rate.den));
  }
}

function sumLengths(pieces: readonly Buffer[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}
