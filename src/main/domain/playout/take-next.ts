import type { Rundown, RundownItem } from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import { itemAfter, itemAt } from './item-at.ts';

/** What a take made of the rundown: the item that it put on air, and by how much that one and its followers came early. */
export interface TakenRundown {
  readonly rundown: Rundown;
  readonly taken: RundownItem;
  readonly shiftFrames: Frames;
}

/**
 * Ends the item on air at `frame` and starts the next one there with its whole length. What follows slides earlier by the same number
 * of frames up to the next fixed start; the time that comes free before that one stays a gap. Null when nothing comes next.
 */
export function takeNext(rundown: Rundown, frame: Frames): TakenRundown | null {
  const next = itemAfter(rundown, frame);
  if (next === null) return null;
  const shiftFrames = frames(next.startFrame - frame);
  const onAir = itemAt(rundown, frame);
  const nextIndex = rundown.items.indexOf(next);
  const fixedIndex = rundown.items.findIndex((item, index) => index > nextIndex && item.startMode === 'fixed');
  const slidUntil = fixedIndex === -1 ? rundown.items.length : fixedIndex;
  const items = rundown.items.map((item, index) => {
    if (item === onAir) return { ...item, durationFrames: frames(frame - item.startFrame) };
    if (index < nextIndex || index >= slidUntil) return item;
    return { ...item, startFrame: frames(item.startFrame - shiftFrames) };
  });
  return {
    rundown: { ...rundown, items: items.filter((item) => item.durationFrames > 0) },
    taken: { ...next, startFrame: frame },
    shiftFrames,
  };
}
