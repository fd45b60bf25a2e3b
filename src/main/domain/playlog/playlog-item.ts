import type { AssetKind } from '../../../shared/contract/asset-kind.ts';
import type { Explanation, PlaylogItem as ListedItem } from '../../../shared/contract/playlog.ts';
import type { Frames } from '../../../shared/time/index.ts';
import type { PlaylogOrigin } from './playlog-origin.ts';

/** How an item starts: after the one before it, at its own time to the frame, or when the operator says. */
export type StartMode = ListedItem['startMode'];

/** What has become of an item so far. `planned`, `on-air`, then one of the others for good. */
export type PlaylogStatus = ListedItem['status'];

/** What the scheduler decides about an item, before it is given an identity and a fate. The range is half-open on the channel's grid. */
export interface PlannedItem {
  readonly startFrame: Frames;
  readonly durationFrames: Frames;
  readonly kind: AssetKind;
  readonly title: string;
  readonly houseId: string | null;
  /** null: a live input, or the generated slate. */
  readonly assetId: string | null;
  /** The live input that is on; null: a media file, or the generated slate. Never set beside an asset. */
  readonly inputId: string | null;
  /** Where in the media the item starts, in the channel's frames. */
  readonly inFrame: Frames;
  readonly startMode: StartMode;
  readonly explanation: Explanation;
  readonly origin: PlaylogOrigin;
}

/** One item of what will air, is on air, or was to air. */
export interface PlaylogItem extends PlannedItem {
  readonly id: string;
  readonly status: PlaylogStatus;
}
