import type { Frames, Milliseconds } from '../../../shared/time/index.ts';

/** What the clock drives. */
export interface Ticked {
  /** Makes frame `frame`, which was due `lateMs` ago. Never waits. */
  tick(frame: Frames, lateMs: Milliseconds): void;
  /** For a clock that would rather wait: null when `frame` can be made as it should be, else a promise of a reason to ask again. */
  notReady(frame: Frames): Promise<void> | null;
}

/** The one clock that pulls the channel: every frame number from the first one on, once each, in order. */
export interface FrameClock {
  /** The instant, UTC, by this clock. */
  now(): Milliseconds;
  /** How far the wall clock has moved away from this one since the start. */
  readonly stepMs: Milliseconds;
  /** The first frame that is due from now on. */
  firstFrame(): Frames;
  /** Asks for frame after frame from `first` on until `stop`. */
  start(first: Frames, ticked: Ticked): void;
  stop(): void;
  /** Ties itself to the wall clock anew. @returns the frame that is asked for next, whatever would have followed. */
  realign(): Frames;
}
