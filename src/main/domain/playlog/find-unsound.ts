import type { Frames } from '../../../shared/time/index.ts';
import { endFrame } from './end-frame.ts';

/** What keeps a run of items from being a sound playlog, and at which item (its place in the run). */
export interface Unsoundness {
  readonly fault: 'gap' | 'overlap' | 'empty-item';
  readonly index: number;
}

/** The first fault in a run of items, or null when it is sound: every item is at least a frame long and starts where the last one ends. */
export function findUnsound(items: readonly { readonly startFrame: Frames; readonly durationFrames: Frames }[]): Unsoundness | null {
  let expected: Frames | null = null;
  for (const [index, item] of items.entries()) {
    if (item.durationFrames < 1) return { fault: 'empty-item', index };
    if (expected !== null && item.startFrame > expected) return { fault: 'gap', index };
    if (expected !== null && item.startFrame < expected) return { fault: 'overlap', index };
    expected = endFrame(item);
  }
  return null;
}
