import { type FrameRate, type Frames, frames } from '../../../shared/time/index.ts';
import type { Shown } from '../mixer/mixer.ts';
import { framesIn } from '../producers/frame-format.ts';

/** Without a picture for so long, the way back is made ready; */
const SUSPECT_MS = 500;
/** for so long, the source is lost and left as soon as that is done; */
const LOST_MS = 1000;
/** for so long, at the latest. Until then its last picture stands. */
export const LATEST_MS = 1400;

/** When a live source that has gone quiet is left: not before `from`, not after `until`. */
export interface Leaving {
  readonly from: Frames;
  readonly until: Frames;
}

/** Tells from what the viewer saw, frame by frame, when a live source on air is lost. A picture in time clears it of all suspicion. */
export class LiveWatch {
  readonly #rate: FrameRate;
  #quietSince: Frames | null = null;

  constructor(rate: FrameRate) {
    this.#rate = rate;
  }

  /** Takes a look at a frame that was made. @returns when to leave; null: there is no cause to */
  look(frame: Frames, shown: Shown): Leaving | null {
    if (shown === 'item') this.#quietSince = null;
    else this.#quietSince ??= frame;
    const since = this.#quietSince;
    if (since === null || frame - since < framesIn(SUSPECT_MS, this.#rate)) return null;
    return { from: frames(since + framesIn(LOST_MS, this.#rate)), until: frames(since + framesIn(LATEST_MS, this.#rate)) };
  }

  /** Another source is on air, or none: there is no cause to leave. */
  reset(): null {
    this.#quietSince = null;
    return null;
  }
}
