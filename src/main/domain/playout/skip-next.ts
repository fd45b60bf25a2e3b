import type { Rundown, RundownItem } from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import { itemAfter } from './item-at.ts';

/** What a skip made of the rundown: the item that it dropped, and by how much its followers came early. */
export interface SkippedRundown {
  readonly rundown: Rundown;
  readonly skipped: RundownItem;
  readonly shiftFrames: Frames;
}

/**
 * Drops the item that comes next after `frame`. What follows slides earlier by its length up to the next fixed start; the time that comes free before that
 * one stays a gap. Null when nothing comes next.
 */
export function skipNext(rundown: Rundown, frame: Frames): SkippedRundown | null {
  const skipped = itemAfter(rundown, frame);
  if (skipped === null) return null;
  const index = rundown.items.indexOf(skipped);
  const fixedIndex = rundown.items.findIndex((item, at) => at > index && item.startMode === 'fixed');
  const slidUntil = fixedIndex === -1 ? rundown.items.length : fixedIndex;
  const items = rundown.items.map((item, at) =>
    at > index && at < slidUntil ? { ...item, startFrame: frames(item.startFrame - skipped.durationFrames) } : item,
  );
  return { rundown: { ...rundown, items: items.filter((item) => item !== skipped) }, skipped, shiftFrames: skipped.durationFrames };
}
