import type {
  Asset,
  AssetId,
  Candidate,
  ImportFailure,
  ImportId,
  LibrarySearch,
  Marker,
  MediaImport,
  SeenFile,
} from '../../domain/library/index.ts';

/** A place in the list of assets, which is in the order of titles. */
export interface AssetPosition {
  readonly sortKey: string;
  readonly sequence: number;
}

/** Which part of the list of assets is wanted. */
export interface AssetListing {
  /** Each word is, or begins, a word of the title, series, labels, people, house ID or the file's name; each filter holds. */
  readonly search: LibrarySearch;
  readonly limit: number;
  /** Start after that place; null: from the start. */
  readonly after: AssetPosition | null;
}

/** A part of the list of assets, and where the next part starts; null at the end. */
export interface AssetPage {
  readonly items: readonly Asset[];
  readonly next: AssetPosition | null;
}

/** An asset with what is marked in it. */
export interface MarkedAsset {
  readonly asset: Asset;
  readonly markers: readonly Marker[];
}

/** An import with the files it refused. */
export interface ImportReport {
  readonly mediaImport: MediaImport;
  readonly failures: readonly ImportFailure[];
}

/** What the library knows of the file at a path. */
export type KnownFile = SeenFile & (KnownAsset | { readonly type: 'refused' });

interface KnownAsset {
  readonly type: 'asset';
  readonly id: AssetId;
  readonly isMissing: boolean;
  readonly isBad: boolean;
  /** Which version of its sidecar was read last; null: none, or not known. */
  readonly sidecarMark: string | null;
}

/** Reads wide lists of the library, apart from the unit of work. */
export interface LibraryCatalogue {
  listAssets(listing: AssetListing): Promise<AssetPage>;
  /** One asset with what is marked in it, be it in the bin; null when there is none. */
  findAsset(id: AssetId): Promise<MarkedAsset | null>;
  /** The latest imports, newest first. */
  listImports(limit: number): Promise<readonly ImportReport[]>;
  findImport(id: ImportId): Promise<ImportReport | null>;
  /** What a search finds, for selection, `limit` at once in the order of import after `after` (0: from the start); `next` is null at the end. */
  listCandidates(
    search: LibrarySearch,
    after: number,
    limit: number,
  ): Promise<{ readonly candidates: readonly Candidate[]; readonly next: number | null }>;
  /** What is known of the files at those paths; of a path both refused and an asset's, both. */
  knownFiles(paths: readonly string[]): Promise<readonly KnownFile[]>;
  /** The files of assets below a folder that were not missing so far, in the order of paths, after `after`; at most `limit`. */
  presentFilesBelow(folder: string, after: string, limit: number): Promise<ReadonlyArray<{ readonly id: AssetId; readonly path: string }>>;
}
