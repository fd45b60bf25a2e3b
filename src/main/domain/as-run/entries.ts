import type { EvidenceBody } from '../../../shared/engine-protocol/evidence.ts';
import { type Frames, frameDueAt, frames, type Milliseconds, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import type { AsRunEntry, AsRunOutcome, AsRunReason } from './as-run-entry.ts';
import type { OpenAiring } from './as-run-state.ts';

type AiringEnd = Pick<
  Extract<EvidenceBody, { readonly type: 'item-ended' }>,
  'frame' | 'heldFrames' | 'slatedFrames' | 'outcome' | 'reason' | 'cause'
>;

type Skipped = Extract<EvidenceBody, { readonly type: 'skipped' }>;

/** The instant of a frame, in whole milliseconds as the log keeps it. */
export function instantOf(frame: Frames, rate: string): Milliseconds {
  return milliseconds(Math.round(frameDueAt(frame, parseFrameRate(rate))));
}

/** The entry of an airing that has ended. What ended it explains it, unless it ended as planned: then what started it does. */
export function airedEntry(airing: OpenAiring, end: AiringEnd, rate: string): AsRunEntry {
  const isBreakIn = airing.reason === 'operator-breaking';
  const because = isBreakIn ? breakInCause(airing, end) : end.reason === 'as-planned' ? airing : end;
  const { item } = airing;
  const planned = isBreakIn ? null : item;
  return {
    itemId: planned?.id ?? null,
    assetId: item?.assetId ?? null,
    houseId: item?.houseId ?? null,
    title: item?.title ?? standInTitle(airing.reason),
    kind: item?.kind ?? (airing.reason === 'operator-panic' ? 'slate' : 'filler'),
    plannedStartsAt: planned === null ? null : instantOf(planned.startFrame, rate),
    plannedDurationFrames: planned?.durationFrames ?? null,
    startsAt: instantOf(airing.startFrame, rate),
    startFrame: airing.startFrame,
    durationFrames: frames(end.frame - airing.startFrame),
    heldFrames: end.heldFrames,
    slatedFrames: end.slatedFrames,
    outcome: planned === null ? 'inserted' : end.outcome,
    reason: because.reason,
    cause: because.cause,
  };
}

/** What broke in is explained by who broke in, also when its source was lost. */
function breakInCause({ reason, cause }: OpenAiring, end: AiringEnd): Pick<AsRunEntry, 'reason' | 'cause'> {
  return { reason: end.reason === 'input-lost' ? end.reason : reason, cause };
}

/** The entry of an item that the operator dropped before its time. */
export function skippedEntry({ item, frame, cause }: Skipped, rate: string): AsRunEntry {
  return {
    itemId: item.id,
    assetId: item.assetId,
    houseId: item.houseId,
    title: item.title,
    kind: item.kind,
    plannedStartsAt: instantOf(item.startFrame, rate),
    plannedDurationFrames: item.durationFrames,
    startsAt: instantOf(frame, rate),
    startFrame: frame,
    durationFrames: frames(0),
    heldFrames: frames(0),
    slatedFrames: frames(0),
    outcome: 'skipped',
    reason: 'operator-skip',
    cause,
  };
}

function standInTitle(reason: AsRunReason): string {
  return reason === 'operator-panic' ? 'Slate' : 'Filler';
}

/** A stretch that nobody planned, or whose plan nobody knows any more. */
export interface UnplannedStretch {
  readonly from: Frames;
  readonly until: Frames;
  readonly rate: string;
  readonly reason: AsRunReason;
  readonly outcome: AsRunOutcome;
}

/** The entry of such a stretch. `missed`: nobody saw anything; else filler stood there. */
export function unplannedEntry(stretch: UnplannedStretch): AsRunEntry {
  return {
    itemId: null,
    assetId: null,
    houseId: null,
    title: stretch.outcome === 'missed' ? 'Off air' : 'Filler',
    kind: 'filler',
    plannedStartsAt: null,
    plannedDurationFrames: null,
    startsAt: instantOf(stretch.from, stretch.rate),
    startFrame: stretch.from,
    durationFrames: frames(stretch.until - stretch.from),
    heldFrames: frames(0),
    slatedFrames: frames(0),
    outcome: stretch.outcome,
    reason: stretch.reason,
    cause: 'engine',
  };
}
