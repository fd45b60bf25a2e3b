import type { Frames } from '../../../shared/time/index.ts';
import type { Filling } from './edit-asset.ts';
import { endFrame } from './end-frame.ts';
import { findUnsound } from './find-unsound.ts';
import { isSameItem } from './playlog-difference.ts';
import type { PlaylogItem } from './playlog-item.ts';
import { type Settled, settle } from './settle.ts';

/** A change to be taken back, or made again: what it put there, and what was there in its place. Both in order. */
export interface TurnedChange {
  readonly goes: readonly PlaylogItem[];
  readonly comes: readonly PlaylogItem[];
}

/**
 * The playlog after a change was turned; null when what it put there no longer stands as it did. What was planned behind it since comes nearer, or
 * makes room, up to the next fixed start.
 */
export function turnChange(items: readonly PlaylogItem[], { goes, comes }: TurnedChange, filling: Filling): Settled | null {
  const standing = new Map(items.map((item) => [item.id, item]));
  if (!goes.every((item) => isSameItem(item, standing.get(item.id)))) return null;
  const gone = new Set(goes.map(({ id }) => id));
  const kept = items.filter(({ id }) => !gone.has(id));
  const reach = reachOf(goes, comes);
  const turned = [...kept.filter(({ startFrame }) => startFrame < reach), ...comes].sort((one, other) => one.startFrame - other.startFrame);
  if (findUnsound(turned) !== null) return null;
  return settle([...turned, ...kept.filter(({ startFrame }) => startFrame >= reach)], filling);
}

/** Where what stands behind the change begins. */
function reachOf(goes: readonly PlaylogItem[], comes: readonly PlaylogItem[]): Frames | number {
  const last = goes.at(-1);
  return last === undefined ? (comes[0]?.startFrame ?? Number.POSITIVE_INFINITY) : endFrame(last);
}
