import type { AssetKind } from '../../../shared/contract/index.ts';
import type { Asset, AssetId, ImportFailure, ImportId, MediaImport } from '../../domain/library/index.ts';

/** A place in the list of assets, which is in the order of titles. */
export interface AssetPosition {
  readonly sortKey: string;
  readonly sequence: number;
}

/** Which part of the list of assets is wanted. */
export interface AssetListing {
  /** What a person typed: each word is, or begins, a word of the title, the house ID or the file's name. Null: everything. */
  readonly search: string | null;
  readonly kind: AssetKind | null;
  readonly limit: number;
  /** Start after that place; null: from the start. */
  readonly after: AssetPosition | null;
}

/** A part of the list of assets, and where the next part starts; null at the end. */
export interface AssetPage {
  readonly items: readonly Asset[];
  readonly next: AssetPosition | null;
}

/** An import with the files it refused. */
export interface ImportReport {
  readonly mediaImport: MediaImport;
  readonly failures: readonly ImportFailure[];
}

/** Reads wide lists of the library, apart from the unit of work. What is in the bin is not found. */
export interface LibraryCatalogue {
  listAssets(listing: AssetListing): Promise<AssetPage>;
  findAsset(id: AssetId): Promise<Asset | null>;
  /** The latest imports, newest first. */
  listImports(limit: number): Promise<readonly ImportReport[]>;
  findImport(id: ImportId): Promise<ImportReport | null>;
}
