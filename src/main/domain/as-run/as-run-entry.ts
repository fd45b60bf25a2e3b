import type { AsRunRow } from '../../../shared/contract/as-run.ts';
import type { AssetKind } from '../../../shared/contract/asset-kind.ts';
import type { Frames, Milliseconds } from '../../../shared/time/index.ts';

/** What became of a stretch of the channel. */
export type AsRunOutcome = AsRunRow['outcome'];

/** Why it differs from the plan. */
export type AsRunReason = AsRunRow['reason'];

/** One stretch of the channel and what was on it. The range is half-open on the channel's grid. */
export interface AsRunEntry {
  readonly itemId: string | null;
  readonly assetId: string | null;
  readonly houseId: string | null;
  readonly title: string;
  readonly kind: AssetKind;
  /** UTC, whole milliseconds; null when nobody planned it. */
  readonly plannedStartsAt: Milliseconds | null;
  readonly plannedDurationFrames: Frames | null;
  /** UTC, whole milliseconds. */
  readonly startsAt: Milliseconds;
  readonly startFrame: Frames;
  readonly durationFrames: Frames;
  /** Frames on which the last picture was held. */
  readonly heldFrames: Frames;
  /** Frames on which filler or slate stood in. */
  readonly slatedFrames: Frames;
  readonly outcome: AsRunOutcome;
  readonly reason: AsRunReason;
  readonly cause: string;
}
