import type { EngineStatus } from '../../../shared/engine-protocol/index.ts';
import type { FrameRate, Frames, Milliseconds } from '../../../shared/time/index.ts';
import type { Shown } from '../mixer/mixer.ts';
import { framesIn } from '../producers/frame-format.ts';

const WINDOW_MS = 60_000;

/** Counts what a station engineer watches: how late frames are made, and how often a picture was not there. */
export class Lateness {
  #lateMs = 0;
  #maxLateMs = 0;
  #windowEnds = 0;
  #heldFrames = 0;
  #underruns = 0;
  #wasHeld = false;

  /** Counts one frame. The largest lateness is that of the last minute or two. */
  count(frame: Frames, lateMs: Milliseconds, shown: Shown, rate: FrameRate): void {
    if (frame >= this.#windowEnds) {
      this.#windowEnds = frame + framesIn(WINDOW_MS, rate);
      this.#maxLateMs = 0;
    }
    this.#lateMs = lateMs;
    if (lateMs > this.#maxLateMs) this.#maxLateMs = lateMs;
    const isHeld = shown === 'held';
    if (isHeld) this.#heldFrames += 1;
    if (isHeld && !this.#wasHeld) this.#underruns += 1;
    this.#wasHeld = isHeld;
  }

  /** The figures, with the encoder's. */
  statistics(encoderRestarts: number): EngineStatus['statistics'] {
    const [lateMs, maxLateMs] = [this.#lateMs as Milliseconds, this.#maxLateMs as Milliseconds];
    return { lateMs, maxLateMs, underruns: this.#underruns, heldFrames: this.#heldFrames, encoderRestarts };
  }
}
