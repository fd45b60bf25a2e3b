import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { Shown } from '../mixer/mixer.ts';

/** The most frames of a span whose lateness is kept one by one: two seconds at 60 a second. */
const MOST_KEPT = 120;

/** What the frames of a span came to. */
export interface TalliedFrames {
  readonly frames: number;
  readonly lateMaxMs: Milliseconds;
  readonly lateP95Ms: Milliseconds;
  readonly heldFrames: number;
  readonly underruns: number;
  readonly standInFrames: number;
}

/** Counts frames in the channel's tick, and so allocates nothing until it is asked. */
export class FrameTally {
  readonly #late = new Float64Array(MOST_KEPT);
  #frames = 0;
  #lateMaxMs = 0;
  #heldFrames = 0;
  #underruns = 0;
  #standInFrames = 0;
  #wasHeld = false;

  /** Counts one frame. */
  count(lateMs: Milliseconds, shown: Shown): void {
    this.#late[this.#frames % MOST_KEPT] = lateMs;
    this.#frames += 1;
    if (lateMs > this.#lateMaxMs) this.#lateMaxMs = lateMs;
    const isHeld = shown === 'held';
    if (isHeld) this.#heldFrames += 1;
    if (isHeld && !this.#wasHeld) this.#underruns += 1;
    if (shown === 'filler' || shown === 'slate') this.#standInFrames += 1;
    this.#wasHeld = isHeld;
  }

  /** What was counted since this was last asked. */
  take(): TalliedFrames {
    const late = this.#late.slice(0, Math.min(this.#frames, MOST_KEPT)).sort();
    const taken = {
      frames: this.#frames,
      lateMaxMs: milliseconds(this.#lateMaxMs),
      lateP95Ms: milliseconds(late[Math.max(0, Math.ceil(late.length * 0.95) - 1)] ?? 0),
      heldFrames: this.#heldFrames,
      underruns: this.#underruns,
      standInFrames: this.#standInFrames,
    };
    [this.#frames, this.#lateMaxMs, this.#heldFrames, this.#underruns, this.#standInFrames] = [0, 0, 0, 0, 0];
    return taken;
  }
}
