import type { AsRunRow } from '../../../shared/contract/index.ts';
import { frames } from '../../../shared/time/index.ts';

/** A row of the log for tests: ten seconds at 25 frames a second, as planned. */
export function asRunRow(seq: number, others: Partial<AsRunRow>): AsRunRow {
  return {
    seq,
    itemId: `item-${seq}`,
    assetId: `asset-${seq}`,
    houseId: `H-${seq}`,
    title: `Title ${seq}`,
    kind: 'programme',
    plannedStartsAt: '2026-03-01T20:00:00.000Z',
    plannedDurationFrames: frames(250),
    startsAt: '2026-03-01T20:00:00.000Z',
    startFrame: frames(0),
    durationFrames: frames(250),
    heldFrames: frames(0),
    slatedFrames: frames(0),
    outcome: 'aired',
    reason: 'as-planned',
    cause: 'schedule',
    ...others,
  };
}
