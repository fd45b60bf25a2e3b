import type { Generated } from 'kysely';

/** `assets`: one row an asset. `seq` is the order of import and the row of the search index. */
export interface AssetsTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly house_id: string;
  readonly kind: string;
  readonly title: string;
  /** The title as it sorts: lower case, without accents. */
  readonly title_sort: string;
  readonly lifecycle: string;
  readonly is_approved: number;
  readonly gain_db: number;
  readonly imported_at_ms: number;
  readonly last_aired_at_ms: number | null;
  /** When it went to the bin; null when it is not there. */
  readonly deleted_at_ms: number | null;
  readonly revision: number;
  readonly series: string | null;
  readonly season: number | null;
  readonly episode: number | null;
  readonly year: number | null;
  /** Lists of texts, as JSON. Their terms are in `asset_terms` as well. */
  readonly genres_json: string;
  readonly tags_json: string;
  readonly people_json: string;
  readonly content_rating: string | null;
  readonly language: string | null;
  readonly advertiser: string | null;
  readonly category: string | null;
  readonly rights_from_ms: number | null;
  readonly rights_until_ms: number | null;
  readonly notes: string;
  readonly in_frame: number | null;
  readonly out_frame: number | null;
  readonly missing_since_ms: number | null;
  /** A list of `Flaw`, as JSON. */
  readonly flaws_json: string;
  /** Those that people said are meant so, which `flaws_json` does not hold. */
  readonly intended_flaws_json: Generated<string>;
  /** The media file's length once more, so that one index answers every list. */
  readonly length_ms: number;
}

/** `media_files`: the file of each asset, as measured. */
export interface MediaFilesTable {
  readonly asset_id: string;
  readonly path: string;
  readonly size_bytes: number;
  readonly modified_at_ms: number;
  readonly fingerprint: string;
  readonly container: string;
  readonly duration_ms: number;
  /** Null, as the four below, when there is no picture. */
  readonly video_codec: string | null;
  readonly width_px: number | null;
  readonly height_px: number | null;
  readonly pixel_aspect_num: number | null;
  readonly pixel_aspect_den: number | null;
  /** Fractions such as `30000/1001` frames per second. */
  readonly nominal_rate: string | null;
  readonly average_rate: string | null;
  readonly is_interlaced: number;
  readonly rotation_degrees: number;
  readonly audio_codec: string | null;
  readonly audio_channels: number | null;
  readonly audio_sample_rate_hz: number | null;
  readonly integrated_lufs: number | null;
  readonly true_peak_db: number | null;
}

/** `asset_search`: the words of each asset (FTS5). Its rowid is the asset's `seq`. */
export interface AssetSearchTable {
  readonly rowid: number;
  readonly title: string;
  readonly series: string;
  /** Tags, genres, advertiser and category. */
  readonly labels: string;
  readonly people: string;
  readonly house_id: string;
  readonly file_name: string;
}

/** `asset_terms`: what an asset can be found by as a whole, without regard to case and accents. */
export interface AssetTermsTable {
  readonly field: string;
  readonly term: string;
  readonly asset_seq: number;
}

/** `markers`: breaks, chapters and credits, in the asset's own frames. */
export interface MarkersTable {
  readonly asset_id: string;
  readonly type: string;
  readonly origin: string;
  readonly at_frame: number;
  readonly quiet_from_frame: number | null;
  readonly quiet_until_frame: number | null;
  readonly label: string | null;
}

/** `sidecars`: what each asset's sidecar said when it was read last. No row: it came in before that was kept. */
export interface SidecarsTable {
  readonly asset_id: string;
  /** Null: it had none. */
  readonly mark: string | null;
  /** `AssetChanges` as JSON. */
  readonly said_json: string;
}

/** `enrichment_steps`: what is to be added to each asset, and what was. */
export interface EnrichmentStepsTable {
  readonly asset_id: string;
  readonly step: string;
  readonly state: string;
  readonly attempts: number;
}

/** `watch_folders`: the folders whose media comes into the library by itself. */
export interface WatchFoldersTable {
  readonly id: string;
  readonly path: string;
  readonly kind: string | null;
  readonly added_by: string;
  readonly added_at_ms: number;
}

/** `refused_files`: versions of files that were refused, so that a rescan need not look into them again. */
export interface RefusedFilesTable {
  readonly path: string;
  readonly size_bytes: number;
  readonly modified_at_ms: number;
}

/** `house_numbers`: the last number given in each run of house IDs. */
export interface HouseNumbersTable {
  readonly prefix: string;
  readonly last_number: number;
}

/** `imports`: one row an order to import. */
export interface ImportsTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly path: string;
  readonly kind: string | null;
  readonly requested_by: string;
  readonly state: string;
  readonly found_count: number;
  readonly done_count: number;
  readonly created_at_ms: number;
  readonly is_paused: Generated<number>;
}

/** `import_files`: each file that an import found. `outcome` is null until it was dealt with. */
export interface ImportFilesTable {
  readonly seq: Generated<number>;
  readonly import_id: string;
  readonly path: string;
  readonly outcome: string | null;
  readonly refusal_code: string | null;
  readonly refusal_reason: string | null;
}

/** `saved_filters`: searches that people keep under a name. */
export interface SavedFiltersTable {
  readonly id: string;
  readonly name: string;
  readonly search: string;
}

/** The library's tables by name. */
export interface LibraryTables {
  readonly assets: AssetsTable;
  readonly media_files: MediaFilesTable;
  readonly asset_search: AssetSearchTable;
  readonly asset_terms: AssetTermsTable;
  readonly markers: MarkersTable;
  readonly sidecars: SidecarsTable;
  readonly enrichment_steps: EnrichmentStepsTable;
  readonly watch_folders: WatchFoldersTable;
  readonly refused_files: RefusedFilesTable;
  readonly house_numbers: HouseNumbersTable;
  readonly imports: ImportsTable;
  readonly import_files: ImportFilesTable;
  readonly saved_filters: SavedFiltersTable;
}
