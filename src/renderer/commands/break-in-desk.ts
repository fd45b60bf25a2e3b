import type { BreakInSource } from '../../shared/contract/index.ts';

/** How far an operator is with breaking in: nothing usable chosen, chosen, or armed for a few seconds. */
export type BreakInStage = 'none' | 'chosen' | 'armed';

/** What the commands of breaking in act on. */
export interface BreakInDesk {
  /** Has the engine open what was chosen, and starts the countdown. Rejects when the station refuses. */
  readonly arm: () => Promise<void>;
  /** Lets go of what is armed. */
  readonly disarm: () => void;
  /** What was chosen and what for; null while that is not complete. */
  readonly chosen: () => { readonly source: BreakInSource; readonly reason: string } | null;
}
