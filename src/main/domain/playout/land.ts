import { assertNever } from '../../../shared/assert-never.ts';
import type { ReturnPolicy, Rundown, RundownItem } from '../../../shared/engine-protocol/index.ts';
import type { Frames } from '../../../shared/time/index.ts';
import { itemAfter, itemAt } from './item-at.ts';
import { type LeftOut, resumeInterrupted } from './resume-interrupted.ts';
import { takeNext } from './take-next.ts';

/** Where a return lands. */
export interface Landed {
  /** The rundown from there on. */
  readonly rundown: Rundown;
  /** What is on air then; null: nothing is scheduled there. */
  readonly item: RundownItem | null;
  /** Of a `next`: what was taken and by how much it came early. */
  readonly taken: { readonly itemId: string; readonly shiftFrames: Frames } | null;
}

/** What a return by `policy` makes of a rundown at `frame`, and what it puts on air. */
export function land(policy: ReturnPolicy, rundown: Rundown, leftOut: LeftOut, frame: Frames): Landed {
  switch (policy) {
    case 'rejoin':
      return { rundown, item: itemAt(rundown, frame), taken: null };
    case 'resume': {
      const resumed = resumeInterrupted(rundown, leftOut, frame);
      return { rundown: resumed, item: itemAt(resumed, frame), taken: null };
    }
    case 'next': {
      const result = itemAfter(rundown, frame) === null ? null : takeNext(rundown, frame);
      if (result === null) return { rundown, item: itemAt(rundown, frame), taken: null };
      return { rundown: result.rundown, item: result.taken, taken: { itemId: result.taken.id, shiftFrames: result.shiftFrames } };
    }
    default:
      return assertNever(policy);
  }
}
