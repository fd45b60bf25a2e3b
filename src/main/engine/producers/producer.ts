import type { AS_RUN_REASONS } from '../../../shared/contract/index.ts';
import type { CUE_STATES } from '../../../shared/engine-protocol/index.ts';
import type { Samples } from '../../../shared/time/index.ts';
import type { PictureFrame } from './picture-frame.ts';

export type CueState = (typeof CUE_STATES)[number];
export type AirReason = (typeof AS_RUN_REASONS)[number];

/** Why a source can't be aired, or can't go on. `detail` is for logs and evidence, never for the air. */
export interface SourceFailure {
  readonly reason: AirReason;
  readonly detail: string;
}

/**
 * A source of pictures and sound in the engine's one format. It counts its own pictures and samples from 0. Asking never waits and
 * never throws; what is asked for moves forward only, and what lies before it is let go.
 */
export interface Producer {
  readonly state: CueState;
  /** Set once the source is known to be bad or has been lost; pictures that it still holds can be aired all the same. */
  readonly failure: SourceFailure | null;
  /** Picture `index`, or null when it isn't there (yet). Stays the producer's: whoever keeps it retains it. */
  pictureAt(index: number): PictureFrame | null;
  /** Writes `count` samples from sample `from` on to the start of `into`, with silence for what isn't there. */
  soundAt(from: Samples, count: number, into: Buffer): void;
  /** Whether picture `index` will never come. */
  isSpentAt(index: number): boolean;
  /** Pictures from `index` on that are there now. */
  picturesFrom(index: number): number;
  /** Settles when something about the source has changed: a picture came, it was cued, it failed, it ended. */
  changed(): Promise<void>;
  /** Lets go of everything. Settles when no child is left. */
  close(): Promise<void>;
}
