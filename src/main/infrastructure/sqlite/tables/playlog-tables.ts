import type { AsRunRow, AssetKind, PlaylogItem } from '../../../../shared/contract/index.ts';

/** `playlog_items`: one row an item, past ones for some days. */
export interface PlaylogItemsTable {
  readonly id: string;
  readonly start_frame: number;
  readonly duration_frames: number;
  readonly kind: AssetKind;
  readonly title: string;
  readonly house_id: string | null;
  readonly asset_id: string | null;
  /** The live input that is on. */
  readonly input_id: string | null;
  readonly in_frame: number;
  readonly start_mode: PlaylogItem['startMode'];
  readonly status: PlaylogItem['status'];
  readonly explanation_json: string;
  /** A `PlaylogOrigin`; null for one that belongs to nothing. */
  readonly origin_json: string | null;
}

/** `playlog_revision`: one row. */
export interface PlaylogRevisionTable {
  readonly id: number;
  readonly revision: number;
}

/** `as_run`: one row an entry, never changed. */
export interface AsRunTable {
  readonly seq: number;
  readonly item_id: string | null;
  readonly asset_id: string | null;
  readonly house_id: string | null;
  readonly title: string;
  readonly kind: AssetKind;
  readonly planned_starts_at_ms: number | null;
  readonly planned_duration_frames: number | null;
  readonly starts_at_ms: number;
  readonly start_frame: number;
  readonly duration_frames: number;
  readonly held_frames: number;
  readonly slated_frames: number;
  readonly outcome: AsRunRow['outcome'];
  readonly reason: AsRunRow['reason'];
  readonly cause: string;
  /** Of a correction: the row that it puts right. */
  readonly amends_seq: number | null;
  readonly note: string | null;
  /** The hash of the row before; of the first row the empty text. */
  readonly prev_hash: string;
  readonly hash: string;
}

/** `as_run_head`: one row, where the log's chain begins and ends. */
export interface AsRunHeadTable {
  readonly id: number;
  readonly first_seq: number;
  /** The hash of the row that stood before the first one that is kept. */
  readonly first_prev_hash: string;
  readonly last_seq: number;
  readonly last_hash: string;
  /** A checksum over the others; null in one that was made of a log without a head. */
  readonly seal: string | null;
}

/** `evidence_cursor`: one row. */
export interface EvidenceCursorTable {
  readonly id: number;
  readonly seq: number;
  readonly hash: string | null;
  readonly as_run_state_json: string;
}

/** `evidence_defects`: what was wrong with the evidence. */
export interface EvidenceDefectsTable {
  readonly id?: number;
  readonly at_ms: number;
  readonly evidence_seq: number;
  readonly fault: string;
  readonly detail: string;
}

/** The tables of the playlog and of the as-run log by name. */
export interface PlaylogTables {
  readonly playlog_items: PlaylogItemsTable;
  readonly playlog_revision: PlaylogRevisionTable;
  readonly as_run: AsRunTable;
  readonly as_run_head: AsRunHeadTable;
  readonly evidence_cursor: EvidenceCursorTable;
  readonly evidence_defects: EvidenceDefectsTable;
}
