import type { Output, StreamAddresses } from '../../src/shared/engine-protocol/index.ts';

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
  return { name, tookPart: false, frames: null, complaints: [], detail };
}
