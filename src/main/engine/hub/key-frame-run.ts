import type { Burst } from './burst.ts';

/** A longer run without a key frame is let go. */
const MOST_KEPT_BYTES = 32 * 1024 * 1024;

/** All that aired since the last key frame, as it came: what somebody who joins now begins with, so that there is a picture at once. */
export class KeyFrameRun {
  #bursts: Burst[] = [];
  #byteLength = 0;

  /** Empty before the first key frame, and when there was none for too long. */
  get bursts(): readonly Burst[] {
    return this.#bursts;
  }

  /** Takes the next burst of the stream. */
  keep(burst: Burst): void {
    if (burst.isKeyFrame) this.forget();
    else if (this.#bursts.length === 0) return;
    this.#bursts.push(burst);
    this.#byteLength += burst.byteLength;
    if (this.#byteLength > MOST_KEPT_BYTES) this.forget();
  }

  /** Lets go of everything, up to the next key frame. */
  forget(): void {
    this.#bursts = [];
    this.#byteLength = 0;
  }
}
