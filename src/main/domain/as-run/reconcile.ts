import type { Frames } from '../../../shared/time/index.ts';
import type { PlaylogItem } from '../playlog/index.ts';
import type { AsRunEntry, AsRunOutcome } from './as-run-entry.ts';

/** One difference between what was to air and what did, and why. */
export interface Discrepancy {
  /** null: nobody planned it. */
  readonly itemId: string | null;
  readonly title: string;
  readonly plannedStartFrame: Frames | null;
  readonly plannedFrames: Frames | null;
  readonly airedStartFrame: Frames | null;
  /** Frames of it that aired, stand-ins left out. */
  readonly airedFrames: number;
  readonly outcome: AsRunOutcome;
  readonly reason: string;
  readonly cause: string;
}

/** Compares a playlog with the log of the same time. What aired as planned, to the frame, is left out; every difference has a reason. */
export function reconcile(items: readonly PlaylogItem[], entries: readonly AsRunEntry[]): readonly Discrepancy[] {
  const planned = new Set(items.map(({ id }) => id));
  const ofItem = new Map<string, AsRunEntry[]>();
  for (const entry of entries) if (entry.itemId !== null) ofItem.set(entry.itemId, [...(ofItem.get(entry.itemId) ?? []), entry]);
  const differing = items.flatMap((item) => differenceOf(item, ofItem.get(item.id) ?? []));
  const unplanned = entries.filter(({ itemId }) => itemId === null || !planned.has(itemId)).map(ofUnplanned);
  return [...differing, ...unplanned].sort((a, b) => placeOf(a) - placeOf(b));
}

function differenceOf(item: PlaylogItem, entries: readonly AsRunEntry[]): readonly Discrepancy[] {
  const aired = entries.filter(({ outcome }) => outcome === 'aired' || outcome === 'partial');
  const first = aired[0];
  const airedFrames = aired.reduce((sum, entry) => sum + entry.durationFrames - entry.slatedFrames, 0);
  const isAsPlanned = aired.length === 1 && first?.startFrame === item.startFrame && airedFrames === item.durationFrames;
  if (isAsPlanned && first?.outcome === 'aired' && first.heldFrames === 0) return [];
  const telling = entries.find(({ reason }) => reason !== 'as-planned') ?? entries[0];
  const place = { plannedStartFrame: item.startFrame, plannedFrames: item.durationFrames, airedStartFrame: first?.startFrame ?? null };
  const outcome = aired.length === 0 ? (telling?.outcome ?? 'missed') : airedFrames < item.durationFrames ? 'partial' : 'aired';
  const reason = telling === undefined ? 'no-evidence' : telling.reason === 'as-planned' ? 'plan-changed-on-air' : telling.reason;
  return [{ itemId: item.id, title: item.title, ...place, airedFrames, outcome, reason, cause: telling?.cause ?? 'engine' }];
}

function ofUnplanned(entry: AsRunEntry): Discrepancy {
  return {
    itemId: null,
    title: entry.title,
    plannedStartFrame: null,
    plannedFrames: null,
    airedStartFrame: entry.startFrame,
    airedFrames: entry.durationFrames,
    outcome: entry.itemId === null ? entry.outcome : 'replaced',
    reason: entry.reason === 'as-planned' ? 'plan-changed-on-air' : entry.reason,
    cause: entry.cause,
  };
}

function placeOf({ plannedStartFrame, airedStartFrame }: Discrepancy): number {
  return plannedStartFrame ?? airedStartFrame ?? 0;
}
