import type { AssetKind, LIFECYCLES } from '../../../shared/contract/index.ts';
import type { Decibels, Milliseconds } from '../../../shared/time/index.ts';
import type { AssetId } from './identifiers.ts';
import type { MediaFile } from './media-file.ts';

/** Where an asset stands on its way to the air; only `ready` may air. */
export type Lifecycle = (typeof LIFECYCLES)[number];

/** A library entry with its media file. */
export interface Asset {
  readonly id: AssetId;
  readonly kind: AssetKind;
  readonly title: string;
  /** What people write on forms and say on the telephone: unique, given once, never used again. */
  readonly houseId: string;
  readonly lifecycle: Lifecycle;
  /** Someone with the right to says it may air. Apart from the lifecycle, which says that it can. */
  readonly isApproved: boolean;
  /** What makes it as loud as everything else on the channel; applied when it is decoded. */
  readonly gainDb: Decibels;
  readonly media: MediaFile;
  readonly importedAt: Milliseconds;
  readonly lastAiredAt: Milliseconds | null;
}

/** What the scheduler needs to know of an asset that may air now. */
export interface AirableAsset {
  readonly id: AssetId;
  readonly kind: AssetKind;
  readonly title: string;
  readonly houseId: string;
  /** The file's path on this machine. */
  readonly path: string;
  /** How much of it can be decoded, as measured by decoding it. */
  readonly duration: Milliseconds;
  readonly hasSound: boolean;
  readonly gainDb: Decibels;
  readonly lastAiredAt: Milliseconds | null;
}
