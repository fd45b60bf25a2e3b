import type { Rundown, RundownItem } from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';

/** The first frame that no longer belongs to an item of a rundown. */
export function itemEnd(item: RundownItem): Frames {
  return frames(item.startFrame + item.durationFrames);
}

/** The item that a frame belongs to, or null where the rundown has a gap. */
export function itemAt(rundown: Rundown, frame: Frames): RundownItem | null {
  const candidate = rundown.items[firstStartingAfter(rundown, frame) - 1];
  return candidate !== undefined && frame < itemEnd(candidate) ? candidate : null;
}

/** The first item that starts after a frame: the next one, whether or not something is on air now. */
export function itemAfter(rundown: Rundown, frame: Frames): RundownItem | null {
  return rundown.items[firstStartingAfter(rundown, frame)] ?? null;
}

/** The items that start after a frame and not later than `until`, at most `limit` of them and, when there is any at all, at least one. */
export function itemsAhead(rundown: Rundown, frame: Frames, until: Frames, limit: number): readonly RundownItem[] {
  const first = firstStartingAfter(rundown, frame);
  const ahead = rundown.items.slice(first, first + limit);
  return ahead.filter((item, index) => index === 0 || item.startFrame <= until);
}

/** The place of the first item that starts after a frame; the number of items when there is none. */
function firstStartingAfter(rundown: Rundown, frame: Frames): number {
  let low = 0;
  let high = rundown.items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = rundown.items[middle];
    if (item !== undefined && item.startFrame <= frame) low = middle + 1;
    else high = middle;
  }
  return low;
}
