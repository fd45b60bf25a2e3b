import type { Milliseconds } from '../../../shared/time/index.ts';

/** An encoder that runs, was given frames and neither took one nor gave anything for so long hangs. */
const HANG_MS = 1000;
/** One that has not given anything yet may be setting up a device, on a busy machine. */
const SETTING_UP_MS = 5000;
/** If the channel itself stood still for so long, the time is not the encoder's fault. */
const STILL_MS = 400;

/** Tells an encoder that hangs from one that is slow. Times are of any clock that never steps. */
export class HangWatch {
  #movedAt: Milliseconds;
  #fedAt: Milliseconds;
  #hasGiven = false;

  /** Watches an encoder that is started `now`. */
  constructor(now: Milliseconds) {
    this.#movedAt = now;
    this.#fedAt = now;
  }

  /** It gave something. */
  gave(now: Milliseconds): void {
    this.#hasGiven = true;
    this.#movedAt = now;
  }

  /** It took a frame. */
  took(now: Milliseconds): void {
    this.#movedAt = now;
  }

  /** To be asked ahead of each frame that it is given. `isIdle`: it has nothing left to do. */
  isHungAt(now: Milliseconds, isIdle: boolean): boolean {
    if (isIdle || now - this.#fedAt > STILL_MS) this.#movedAt = now;
    this.#fedAt = now;
    return now - this.#movedAt >= (this.#hasGiven ? HANG_MS : SETTING_UP_MS);
  }
}
