import type { Explanation } from '../../../shared/contract/playlog.ts';
import type { Frames } from '../../../shared/time/index.ts';

/** A spot as traffic sees it. */
export interface TrafficSpot {
  readonly id: string;
  readonly title: string;
  readonly houseId: string;
  readonly durationFrames: Frames;
  readonly advertiser: string | null;
  readonly category: string | null;
}

/** Which broadcast days and dayparts a stretch of time touches: what campaigns are bought for. */
export interface BookedTime {
  readonly dates: readonly string[];
  readonly daypartIds: readonly string[];
}

/** Time in a break to be filled. */
export interface Avail {
  readonly at: Frames;
  readonly lengthFrames: Frames;
  readonly mostSpots: number;
  /** The broadcast day that it counts for. */
  readonly date: string;
  readonly daypartId: string | null;
  /** The time from this avail to a later frame. */
  readonly timeUntil: (until: Frames) => BookedTime;
  /** Why a spot may not air in this avail at all (rights, rating), or null. */
  readonly refusalOf: (spot: TrafficSpot) => string | null;
}

/** A spot in its place. */
export interface PlacedSpot {
  readonly spot: TrafficSpot;
  /** null: no campaign asked for it; it fills. */
  readonly campaignId: string | null;
  readonly explanation: Explanation;
}
