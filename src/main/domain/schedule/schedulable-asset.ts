import type { AssetKind } from '../../../shared/contract/asset-kind.ts';
import type { Frames, Milliseconds } from '../../../shared/time/index.ts';

/** What the scheduler needs to know of an asset that may air. */
export interface SchedulableAsset {
  readonly id: string;
  readonly kind: AssetKind;
  readonly title: string;
  /** Unique; settles ties, so that the same library gives the same playlog on any machine. */
  readonly houseId: string;
  readonly durationMs: Milliseconds;
  /** The start of its latest play, aired or planned and kept; null when it has none. */
  readonly lastPlayFrame: Frames | null;
}
