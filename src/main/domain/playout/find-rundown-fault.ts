import type { Rundown } from '../../../shared/engine-protocol/index.ts';
import type { Frames } from '../../../shared/time/index.ts';
import { itemEnd } from './item-at.ts';

/** What keeps a rundown from being aired, and the item at which it shows. */
export interface RundownFault {
  readonly fault: 'empty-item' | 'overlap' | 'duplicate-id' | 'negative-in-point';
  readonly itemId: string;
}

/** The first fault of a rundown, or null when it is sound: items of at least a frame, in order, without overlap, each id once. */
export function findRundownFault(rundown: Rundown): RundownFault | null {
  const seen = new Set<string>();
  let freeFrom: Frames | null = null;
  for (const item of rundown.items) {
    if (item.durationFrames < 1) return { fault: 'empty-item', itemId: item.id };
    if (freeFrom !== null && item.startFrame < freeFrom) return { fault: 'overlap', itemId: item.id };
    if (seen.has(item.id)) return { fault: 'duplicate-id', itemId: item.id };
    if (item.source.type === 'file' && item.source.inFrame < 0) return { fault: 'negative-in-point', itemId: item.id };
    seen.add(item.id);
    freeFrom = itemEnd(item);
  }
  return null;
}
