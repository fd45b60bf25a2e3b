import type { StationEvent } from '../../../shared/contract/events.ts';

/** Where the station's parts tell each other, and the consoles, that something changed. Telling never fails and never waits. */
export interface StationEvents {
  readonly publish: (event: StationEvent) => void;
  /** Whether a console listens now. */
  readonly isWatched: () => boolean;
  /** Calls `listener` with every event from now on. Answers with how to stop that. */
  readonly subscribe: (listener: (event: StationEvent) => void) => () => void;
}
