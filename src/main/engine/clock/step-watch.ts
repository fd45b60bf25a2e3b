import type { Milliseconds } from '../../../shared/time/index.ts';

/** Smaller steps are what time services do every day: they are left to the clock's lamp. */
const LEAST_STEP_MS = 2000;
/** A clock that is set twice in a row, or set back at once, is not followed. */
const LASTS_MS = 5000;
/** Frames that are due for so long can not be made up for: the computer slept, and its clock went on. */
const HOPELESSLY_LATE_MS = 30_000;

/** Tells when the wall clock has left the engine's for good, so that the channel has to join the grid anew. */
export class StepWatch {
  #since: Milliseconds | null = null;

  /** Takes a look. `stepMs`: how far the wall clock is from the engine's; `now`: by the engine's, in UTC; `lateMs`: how late a frame was made. */
  isSteppedAt(now: Milliseconds, stepMs: Milliseconds, lateMs: Milliseconds): boolean {
    if (lateMs > HOPELESSLY_LATE_MS) return true;
    if (Math.abs(stepMs) <= LEAST_STEP_MS) this.#since = null;
    else this.#since ??= now;
    return this.#since !== null && now - this.#since >= LASTS_MS;
  }

  /** Begins anew: the engine's clock has followed. */
  reset(): void {
    this.#since = null;
  }
}
