import type { EvidenceBody } from '../../../shared/engine-protocol/evidence.ts';
import { frames } from '../../../shared/time/index.ts';
import { endFrame, type PlaylogItem } from '../playlog/index.ts';
import type { AsRunEntry, AsRunReason } from './as-run-entry.ts';
import type { AsRunState } from './as-run-state.ts';
import { instantOf } from './entries.ts';

type Returned = Extract<EvidenceBody, { readonly type: 'returned' }>;

/** What covers the schedule. */
const OVERRIDES: readonly AsRunReason[] = ['operator-panic', 'operator-hold', 'operator-breaking'];

/**
 * What an override covered from its first frame to its last: one entry without frames for each item of which none was on air, at the item's own
 * time. `missed`, unless the channel goes on where it was interrupted: then it airs later under another id, and is `replaced` here.
 * @param planned the playlog around that time, in order
 */
export function coveredEntries({ open, rate }: AsRunState, body: Returned, planned: readonly PlaylogItem[]): readonly AsRunEntry[] {
  const since = body.since ?? open?.startFrame ?? body.frame;
  const reason = OVERRIDES.find((override) => override === open?.reason) ?? 'operator-return';
  const covered = planned.filter((item) => item.startFrame >= since && endFrame(item) <= body.frame && item.id !== open?.item?.id);
  return covered.map((item) => ({
    itemId: item.id,
    assetId: item.assetId,
    houseId: item.houseId,
    title: item.title,
    kind: item.kind,
    plannedStartsAt: instantOf(item.startFrame, rate),
    plannedDurationFrames: item.durationFrames,
    startsAt: instantOf(item.startFrame, rate),
    startFrame: item.startFrame,
    durationFrames: frames(0),
    heldFrames: frames(0),
    slatedFrames: frames(0),
    outcome: body.policy === 'resume' ? 'replaced' : 'missed',
    reason,
    cause: open?.cause ?? body.cause,
  }));
}
