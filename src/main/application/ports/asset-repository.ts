import type { AssetKind } from '../../../shared/contract/asset-kind.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import type { AirableAsset, Asset, AssetChanges, AssetId, Marker, MarkerOrigin } from '../../domain/library/index.ts';

/** What is added to an asset after it came into the library. */
export type EnrichmentStep = 'thumbnail';

/** What the sidecar of an asset said when it was read last. */
export interface KeptSidecar {
  /** Which version it was, as `MediaFiles` marks them; null: there was none. */
  readonly mark: string | null;
  readonly said: AssetChanges;
}

/** The assets of the library. Those in the bin say so in `binnedAt`; they are never offered for air. */
export interface AssetRepository {
  /** The asset of that id, or null. */
  get(id: AssetId): Promise<Asset | null>;
  /** The asset whose media file is at that path, or null. */
  findByPath(path: string): Promise<Asset | null>;
  /** The oldest asset whose media file has that content, or null. */
  findByFingerprint(fingerprint: string): Promise<Asset | null>;
  /** The first `limit` of one kind that may air now, in the order of import: ready, approved, its file there, not in the bin. */
  listAirableOfKind(kind: AssetKind, limit: number): Promise<readonly AirableAsset[]>;
  /** The next number of a run of house IDs. Each is given once, even if what it was given to is deleted. */
  nextHouseNumber(prefix: string): Promise<number>;
  /** Adds an asset. @throws when its id, house ID or path is taken. */
  add(asset: Asset): Promise<void>;
  /** Writes an asset over the one with the same id. @throws when there is none. */
  update(asset: Asset): Promise<void>;
  /** Up to `limit` assets that went to the bin at `before` or earlier and that no playlog item to come, plan or campaign names. */
  listDisposable(before: Milliseconds, limit: number): Promise<readonly AssetId[]>;
  countBinned(): Promise<number>;
  /** Up to `limit` assets with flaws that nobody meant, in the order of their ids, from the one after `after` on. */
  listFlawed(after: AssetId | null, limit: number): Promise<readonly Asset[]>;
  /** Deletes an asset with all that hangs on it. Its house ID is not given again. */
  remove(id: AssetId): Promise<void>;
  /** What is marked in an asset, in the order of frames. */
  listMarkers(id: AssetId): Promise<readonly Marker[]>;
  /** Writes markers of those origins in place of all that the asset had of them. */
  replaceMarkers(id: AssetId, origins: readonly MarkerOrigin[], markers: readonly Marker[]): Promise<void>;
  /** What its sidecar said last; null when that was not kept, as of assets that came in before it was. */
  sidecarOf(id: AssetId): Promise<KeptSidecar | null>;
  keepSidecar(id: AssetId, sidecar: KeptSidecar): Promise<void>;
  /** Notes since when the files of assets are gone, or with null that they are back. */
  setMissing(ids: readonly AssetId[], since: Milliseconds | null): Promise<void>;
  /** Notes that steps of an asset's enrichment are to be done, again if they were done before. */
  makeDue(id: AssetId, step: EnrichmentStep): Promise<void>;
  /** Up to `limit` assets for which a step is due. */
  listDue(step: EnrichmentStep, limit: number): Promise<readonly Asset[]>;
  /** Notes how a step ended. One that failed is due again when the asset's file is replaced. */
  settleStep(id: AssetId, step: EnrichmentStep, state: 'done' | 'failed'): Promise<void>;
  /** Notes that an asset aired until `at`, unless it aired later still. Unknown assets are passed over: as-run outlives them. */
  markAired(id: AssetId, at: Milliseconds): Promise<void>;
}
