import type { ReturnPolicy, RundownItem } from '../../../shared/engine-protocol/index.ts';
import type { Frames } from '../../../shared/time/index.ts';
import type { Cause } from './airing.ts';
import type { Refusal } from './refusal.ts';

interface Waiting {
  readonly cause: string;
  /** The frame on which its patience ends. */
  readonly until: Frames;
  readonly resolve: (frame: Frames) => void;
  readonly reject: (refusal: Refusal) => void;
}

/** Ends the item on air and starts the next one. */
export interface PendingTake extends Waiting {
  readonly kind: 'take';
}

/** Airs something over the schedule. */
export interface PendingBreaking extends Waiting {
  readonly kind: 'breaking';
  readonly item: RundownItem;
  readonly note: string;
  readonly returnBy: ReturnPolicy;
}

/** Goes back to the schedule. */
export interface PendingReturn extends Waiting {
  readonly kind: 'return';
  readonly policy: ReturnPolicy;
  /** Not before this frame. */
  readonly from: Frames;
  /** Why what was on air ends; an operator's wish, or something that the engine saw. */
  readonly cut: Cause;
  readonly isByOperator: boolean;
}

/** A command that waits for what it needs to be cued. */
export type PendingCommand = PendingTake | PendingBreaking | PendingReturn;
