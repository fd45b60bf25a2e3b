import type { Ticked } from '../src/main/engine/clock/frame-clock.ts';
import { FreeRunningClock } from '../src/main/engine/clock/free-running-clock.ts';
import { type FrameRate, type Frames, frames, type Milliseconds, milliseconds } from '../src/shared/time/index.ts';

/** A clock that lets others in between two frames, stops before frame `end`, and can be set ahead as a wall clock can. */
export class SoakClock extends FreeRunningClock {
  readonly #rate: FrameRate;
  readonly #end: Frames;
  readonly #after: (frame: Frames) => void;
  /** Settles when the last frame was made. */
  readonly ended: Promise<void>;
  #aheadFrames = 0;
  #finish: () => void = () => undefined;

  constructor(rate: FrameRate, start: Frames, end: Frames, after: (frame: Frames) => void) {
    super(rate, start);
    this.#rate = rate;
    this.#end = end;
    this.#after = after;
    this.ended = new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  /** Sets it ahead by so many frames. */
  setAhead(by: number): void {
    this.#aheadFrames = by;
  }

  override get stepMs(): Milliseconds {
    return milliseconds((this.#aheadFrames * 1000 * this.#rate.den) / this.#rate.num);
  }

  override realign(): Frames {
    const ahead = this.#aheadFrames;
    this.#aheadFrames = 0;
    return this.goOnFrom(frames(super.realign() + ahead));
  }

  override start(first: Frames, ticked: Ticked): void {
    super.start(first, {
      notReady: (frame) => ticked.notReady(frame),
      tick: (frame, lateMs) => {
        ticked.tick(frame, lateMs);
        this.#after(frame);
        if (frame + 1 < this.#end) return;
        this.stop();
        this.#finish();
      },
    });
  }
}
