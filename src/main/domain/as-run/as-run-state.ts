import type { RundownItem } from '../../../shared/engine-protocol/rundown-item.ts';
import type { Frames } from '../../../shared/time/index.ts';
import type { AsRunReason } from './as-run-entry.ts';

/** A run of frames that has begun and not yet ended. */
export interface OpenAiring {
  readonly airingId: string;
  readonly startFrame: Frames;
  /** null: filler or slate that nothing planned. */
  readonly item: RundownItem | null;
  readonly reason: AsRunReason;
  readonly cause: string;
}

/** What the fold carries from one record to the next. Plain JSON, so that it can be kept beside the cursor. */
export interface AsRunState {
  /** The channel's rate as the engine writes it: `25/1`. */
  readonly rate: string;
  /** The first frame that the log does not tell of yet, leaving aside the open airing; null before the channel was first on air. */
  readonly frontier: Frames | null;
  readonly open: OpenAiring | null;
  /** Why no frame is on air since the last one: told by the evidence, or null while nothing said that the channel would stop. */
  readonly interruption: Interruption | null;
}

/** What an engine says itself before frames are missing: it left the air, or follows a clock that was set. */
export type Interruption = 'left-air' | 'clock-stepped';

/** The state of a channel that was never on air. */
export function beforeFirstAir(rate: string): AsRunState {
  return { rate, frontier: null, open: null, interruption: null };
}
