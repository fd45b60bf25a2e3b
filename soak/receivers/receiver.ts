import type { Output, StreamAddresses } from '../../src/shared/engine-protocol/index.ts';
import type { PictureReading } from '../../test-media/index.ts';

/** A picture as a player showed it. */
export interface ShownReading {
  readonly reading: PictureReading;
  /** On the player's own timeline, which goes on without a step from one discontinuity to the next. */
  readonly mediaMs: number;
  /** When it was shown, by a clock that never steps; its zero means nothing. */
  readonly shownAtMs: number;
  /** Counts the discontinuities before it. */
  readonly continuity: number;
  /** The instant that the programme date-time gives it, in milliseconds since 1970; null when the player knew none. */
  readonly dateMs: number | null;
}

/** What a receiver that somebody else wrote got of the channel. */
export interface ReceiverFinding {
  readonly name: string;
  /** Whether it is there to take part at all. */
  readonly tookPart: boolean;
  /** Pictures that it got; null when it does not tell. */
  readonly frames: number | null;
  /** What it complained about; empty when it was content. */
  readonly complaints: readonly string[];
  /** In words: what it is, or why it did not take part. */
  readonly detail: string;
  /** The pictures themselves, in the order in which they were shown; empty when it does not show them to us. */
  readonly shown: readonly ShownReading[];
}

/** A program that others wrote and that viewers or stations use, put at the end of one of the channel's outputs. */
export interface Receiver {
  readonly name: string;
  /** What the engine is to push to it; null when it fetches for itself. */
  readonly output: Output | null;
  /** Called once the channel is on air. */
  watch(addresses: StreamAddresses): Promise<void>;
  /** Called once the channel has left the air, and also when the soak failed. Never rejects. */
  finish(): Promise<ReceiverFinding>;
}

/** The finding of a receiver that this machine does not have. */
export function absent(name: string, detail: string): ReceiverFinding {
  return { name, tookPart: false, frames: null, complaints: [], detail, shown: [] };
}
