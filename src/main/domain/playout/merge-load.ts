import type { Rundown, RundownItem } from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import { itemAt, itemEnd } from './item-at.ts';

/**
 * The rundown after a new one replaced it at `frame`. An item on air that the new rundown still holds goes on undisturbed: it keeps
 * its start and its media, and ends where the new rundown says; whatever else the new rundown has in that time gives way. What has ended before
 * `frame` is dropped.
 */
export function mergeLoad(current: Rundown, loaded: Rundown, frame: Frames): Rundown {
  const onAir = itemAt(current, frame);
  const sameItem = onAir === null ? undefined : loaded.items.find((item) => item.id === onAir.id);
  if (onAir === null || sameItem === undefined || itemEnd(sameItem) <= frame) return dropPast(loaded, frame);
  const kept = goesOn(onAir, sameItem);
  const after = loaded.items.filter((item) => item !== sameItem && item.startFrame >= itemEnd(kept));
  return dropPast({ ...loaded, items: [kept, ...after] }, frame);
}

/** The rundown without the items that have ended by `frame`. */
export function dropPast(rundown: Rundown, frame: Frames): Rundown {
  const first = rundown.items.findIndex((item) => itemEnd(item) > frame);
  if (first === 0) return rundown;
  return { ...rundown, items: first === -1 ? [] : rundown.items.slice(first) };
}

function goesOn(onAir: RundownItem, loaded: RundownItem): RundownItem {
  return {
    ...loaded,
    startFrame: onAir.startFrame,
    durationFrames: frames(itemEnd(loaded) - onAir.startFrame),
    source: onAir.source,
  };
}
