import type { EvidenceBody, RundownItem } from '../../../shared/engine-protocol/index.ts';
import type { Frames } from '../../../shared/time/index.ts';
import type { Shown } from '../mixer/mixer.ts';
import type { AirReason, SourceFailure } from '../producers/producer.ts';

/** Who or what made a difference, and how it is called. */
export interface Cause {
  readonly reason: AirReason;
  readonly cause: string;
}

/** A run of frames that carry one item, or what nobody planned. */
export interface Airing {
  readonly airingId: string;
  readonly item: RundownItem | null;
  readonly startFrame: Frames;
  readonly started: Cause;
  readonly heldFrames: Frames;
  readonly slatedFrames: Frames;
}

type Ended = Extract<EvidenceBody, { type: 'item-ended' }>;

/** Begins an airing. A frame starts at most one, so the id is unique for the life of the channel. */
export function beginAiring(item: RundownItem | null, startFrame: Frames, started: Cause): Airing {
  const airingId = `${item?.id ?? 'unplanned'}@${startFrame}`;
  return { airingId, item, startFrame, started, heldFrames: 0 as Frames, slatedFrames: 0 as Frames };
}

/** Counts one frame of an airing by what the viewer saw. */
export function countFrame(airing: Airing, shown: Shown): Airing {
  if (shown === 'held') return { ...airing, heldFrames: (airing.heldFrames + 1) as Frames };
  if (shown === 'filler' || shown === 'slate') return { ...airing, slatedFrames: (airing.slatedFrames + 1) as Frames };
  return airing;
}

/** The evidence that an airing began. */
export function startedEvidence({ airingId, item, startFrame, started }: Airing): EvidenceBody {
  return { type: 'item-started', airingId, frame: startFrame, item, reason: started.reason, cause: started.cause };
}

/** The evidence that an airing ended before `frame`. `cut` null: its time was up. `failure`: what its source suffered. */
export function endedEvidence(airing: Airing, frame: Frames, cut: Cause | null, failure: SourceFailure | null): Ended {
  const { airingId, heldFrames, slatedFrames } = airing;
  return { type: 'item-ended', airingId, frame, heldFrames, slatedFrames, ...judge(airing, frame, cut, failure) };
}

/** What became of an airing, why, and through whom. */
function judge(
  airing: Airing,
  frame: Frames,
  cut: Cause | null,
  failure: SourceFailure | null,
): Pick<Ended, 'outcome' | 'reason' | 'cause'> {
  const { item, started, startFrame, slatedFrames, heldFrames } = airing;
  // A source that suffered nothing was not there in time: a decoder that still opens, hangs, or reads from a slow disk.
  const trouble: Cause = { reason: failure?.reason ?? 'pictures-late', cause: 'engine' };
  if (item === null) return { outcome: 'aired', ...started };
  if (slatedFrames > 0 && slatedFrames + heldFrames >= frame - startFrame) return { outcome: 'failed', ...trouble };
  if (cut !== null) return { outcome: 'partial', ...cut };
  if (slatedFrames > 0) return { outcome: 'partial', ...trouble };
  if (startFrame > item.startFrame) return { outcome: 'partial', ...started };
  return heldFrames > 0 ? { outcome: 'aired', ...trouble } : { outcome: 'aired', ...started };
}
