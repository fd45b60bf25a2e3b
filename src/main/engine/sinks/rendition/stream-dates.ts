import { type FrameRate, type Frames, frames } from '../../../../shared/time/index.ts';
import { TICKS_PER_SECOND } from '../../hub/index.ts';

/** More than ever lies between the channel's stream and a rendition's. */
const MOST_KEPT = 64;

/** Tells which frame of the channel a timestamp belongs to, from the key frames that were seen, also after the channel's clock was set. */
export class StreamDates {
  readonly #rate: FrameRate;
  #marks: readonly { readonly pts: number; readonly frame: Frames }[] = [];

  constructor(rate: FrameRate) {
    this.#rate = rate;
  }

  /** Takes note of a key frame. */
  mark(pts: number, frame: Frames): void {
    this.#marks = [...this.#marks, { pts, frame }].slice(-MOST_KEPT);
  }

  /** The frame that is shown at a timestamp; `otherwise` when no key frame was seen. */
  frameAt(pts: number, otherwise: Frames): Frames {
    const mark = this.#marks.findLast((candidate) => candidate.pts <= pts) ?? this.#marks[0];
    if (mark === undefined) return otherwise;
    return frames(mark.frame + Math.round(((pts - mark.pts) * this.#rate.num) / (TICKS_PER_SECOND * this.#rate.den)));
  }
}
