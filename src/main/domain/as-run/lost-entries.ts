import { type Frames, frames } from '../../../shared/time/index.ts';
import { endFrame, type PlaylogItem } from '../playlog/index.ts';
import type { AsRunEntry } from './as-run-entry.ts';
import type { Interruption } from './as-run-state.ts';
import { instantOf, unplannedEntry } from './entries.ts';

/** A stretch of the channel on which nobody was on air. */
export interface LostStretch {
  readonly from: Frames;
  readonly until: Frames;
  readonly rate: string;
  /** The playlog around it, in order. */
  readonly planned: readonly PlaylogItem[];
  readonly reason: 'engine-lost' | Interruption;
}

/** Who was planned on a stretch that was lost: one entry an item, and one for each part that nobody planned. None of it aired: `missed`. */
export function lostEntries(stretch: LostStretch): readonly AsRunEntry[] {
  const entries: AsRunEntry[] = [];
  let at = stretch.from;
  for (const item of stretch.planned) {
    const from = Math.max(at, item.startFrame) as Frames;
    const until = Math.min(endFrame(item), stretch.until) as Frames;
    if (from >= until) continue;
    if (from > at) entries.push(nobody(stretch, at, from));
    entries.push(missed(item, stretch, from, until));
    at = until;
  }
  if (at < stretch.until) entries.push(nobody(stretch, at, stretch.until));
  return entries;
}

function nobody(stretch: LostStretch, from: Frames, until: Frames): AsRunEntry {
  return unplannedEntry({ from, until, rate: stretch.rate, reason: stretch.reason, outcome: 'missed' });
}

function missed(item: PlaylogItem, stretch: LostStretch, from: Frames, until: Frames): AsRunEntry {
  return {
    itemId: item.id,
    assetId: item.assetId,
    houseId: item.houseId,
    title: item.title,
    kind: item.kind,
    plannedStartsAt: instantOf(item.startFrame, stretch.rate),
    plannedDurationFrames: item.durationFrames,
    startsAt: instantOf(from, stretch.rate),
    startFrame: from,
    durationFrames: frames(until - from),
    heldFrames: frames(0),
    slatedFrames: frames(0),
    outcome: 'missed',
    reason: stretch.reason,
    cause: 'engine',
  };
}
