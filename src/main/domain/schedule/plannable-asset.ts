import type { Frames } from '../../../shared/time/index.ts';
import type { SchedulableAsset } from './schedulable-asset.ts';

/** What the day planner needs to know of an asset that may air. Frames are the channel's. */
export interface PlannableAsset extends SchedulableAsset {
  /** Where in the media it starts. */
  readonly inFrame: Frames;
  /** From its in point to its out point. */
  readonly durationFrames: Frames;
  readonly series: string | null;
  readonly season: number | null;
  readonly episode: number | null;
  readonly genres: readonly string[];
  readonly tags: readonly string[];
  readonly rating: string | null;
  /** On the channel's grid: it may air in [from, until); null: without bound. */
  readonly rightsFrom: Frames | null;
  readonly rightsUntil: Frames | null;
  readonly advertiser: string | null;
  readonly category: string | null;
  /** Where it may be interrupted: frames after its in point, in order. */
  readonly breakFrames: readonly Frames[];
}
