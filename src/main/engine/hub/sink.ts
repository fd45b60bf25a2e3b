import type { EngineStatus } from '../../../shared/engine-protocol/index.ts';
import type { Burst } from './burst.ts';

/** How an output does, as the console shows it. */
export type SinkStatus = EngineStatus['sinks'][number];

/**
 * A place the encoded stream goes to. It gets every burst from a key frame on. `receive` returns at once: what takes
 * time is queued by the sink itself, within bounds. When it throws, the hub leaves the sink in the dark for a while, then calls
 * `restart` and feeds it again from a key frame on.
 */
export interface Sink {
  readonly id: string;
  readonly type: SinkStatus['type'];
  receive(burst: Burst): void;
  /** Forgets whatever it was in the middle of; the next burst begins a key frame. */
  restart(): void;
  status(): SinkStatus;
  /** Ends what is open and lets go of everything. Nothing is received afterwards. */
  close(): Promise<void>;
}
