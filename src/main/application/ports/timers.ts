import type { Milliseconds } from '../../../shared/time/index.ts';

/** Calls back when time has passed. */
export interface Timers {
  /** Calls `job` again and again. Answers with how to stop it. */
  readonly every: (interval: Milliseconds, job: () => void) => () => void;
  /** Calls `job` once. Answers with how to call it off. */
  readonly after: (delay: Milliseconds, job: () => void) => () => void;
}
