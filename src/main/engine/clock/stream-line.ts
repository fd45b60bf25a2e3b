import { type Frames, frames } from '../../../shared/time/index.ts';

/** From frame `from` of the stream on, the channel's number is so much higher (or lower). */
interface Shift {
  readonly from: Frames;
  readonly by: number;
}

/** What sinks and the encoder may still ask about lies seconds back; a clock is not set that often. */
const MOST_REMEMBERED = 16;

/**
 * Ties the frames of the stream, of which each follows the one before, to those of the channel's grid, which jump when the clock was set. Until
 * then the two are the same. Viewers' timestamps come from the one, dates and evidence from the other.
 */
export class StreamLine {
  #shifts: readonly Shift[] = [];

  /** The stream's number of the frame that the channel makes now as `frame`. */
  streamOf(frame: Frames): Frames {
    return frames(frame - (this.#shifts.at(-1)?.by ?? 0));
  }

  /** The channel's number of a frame of the stream. */
  channelOf(stream: Frames): Frames {
    const shift = this.#shifts.findLast(({ from }) => stream >= from);
    return frames(stream + (shift?.by ?? 0));
  }

  /** Says that the channel goes on with `frame` where the stream goes on with `stream`. */
  goOn(stream: Frames, frame: Frames): void {
    this.#shifts = [...this.#shifts, { from: stream, by: frame - stream }].slice(-MOST_REMEMBERED);
  }
}
