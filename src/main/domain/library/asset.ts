import type { AssetKind, LIFECYCLES } from '../../../shared/contract/index.ts';
import type { Decibels, Frames, Milliseconds } from '../../../shared/time/index.ts';
import type { AssetDetails } from './asset-details.ts';
import type { Flaw } from './flaws.ts';
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
  readonly details: AssetDetails;
  /** The first frame that airs and the first that airs no more, in the asset's own frames; null: from its start, to its end. */
  readonly inFrame: Frames | null;
  readonly outFrame: Frames | null;
  /** Counts up with every edit by people. */
  readonly revision: number;
  /** Since when its file is gone; null while it is there. */
  readonly missingSince: Milliseconds | null;
  /** When it went to the bin; null while it is not there. What is planned of it airs all the same. */
  readonly binnedAt: Milliseconds | null;
  /** What looks or sounds wrong in it, as found by decoding it. */
  readonly flaws: readonly Flaw[];
  /** Those that a person said are meant so; they are not among `flaws`. */
  readonly intendedFlaws: readonly Flaw[];
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
  readonly hasPicture: boolean;
  readonly hasSound: boolean;
  readonly gainDb: Decibels;
  readonly lastAiredAt: Milliseconds | null;
}
