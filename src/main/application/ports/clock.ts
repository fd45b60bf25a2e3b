import type { Milliseconds } from '../../../shared/time/index.ts';

/** The time of day, from whoever tells it. */
export interface Clock {
  /** The instant now, UTC. */
  now(): Milliseconds;
}
