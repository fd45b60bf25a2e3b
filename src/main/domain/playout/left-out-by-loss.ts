import type { Rundown } from '../../../shared/engine-protocol/index.ts';
import type { Frames } from '../../../shared/time/index.ts';
import { itemAt, itemEnd } from './item-at.ts';
import type { LeftOut } from './resume-interrupted.ts';

/** What nobody saw of a rundown because the engine was gone from frame `lostFrom` until just before `first`. */
export function leftOutByLoss(rundown: Rundown, lostFrom: Frames, first: Frames): LeftOut {
  const passed = rundown.items.filter((item) => item.startFrame >= lostFrom && itemEnd(item) <= first);
  return { since: lostFrom, interrupted: itemAt(rundown, lostFrom), passed };
}
