import type { Generated } from 'kysely';

/** `plan`: one row at most. */
export interface PlanTable {
  readonly id: number;
  readonly revision: number;
  readonly plan_json: string;
  readonly changed_at_ms: number;
  readonly changed_by: string;
  readonly planned_stamp: string | null;
}

/** `series_plays`: which episode began when, under the name of who remembers it. */
export interface SeriesPlaysTable {
  readonly memory: string;
  readonly start_frame: number;
  readonly season: number | null;
  readonly episode: number | null;
  readonly house_id: string;
}

/** `campaigns`: one row a campaign. */
export interface CampaignsTable {
  readonly id: string;
  readonly revision: number;
  readonly campaign_json: string;
}

/** `make_goods`: what was decided about each spot that is owed. */
export interface MakeGoodsTable {
  readonly as_run_seq: number;
  readonly campaign_id: string;
  readonly decision: 'accepted' | 'declined';
  readonly decided_by: string;
  readonly decided_at_ms: number;
}

/** `playlog_edits`: what people changed in the playlog, as the items before and after. */
export interface PlaylogEditsTable {
  readonly seq: Generated<number>;
  readonly revision: number;
  readonly edited_by: string;
  readonly edited_at_ms: number;
  readonly before_json: string;
  readonly after_json: string;
  readonly is_undone: number;
}

/** The planner's tables by name. */
export interface PlannerTables {
  readonly plan: PlanTable;
  readonly series_plays: SeriesPlaysTable;
  readonly campaigns: CampaignsTable;
  readonly make_goods: MakeGoodsTable;
  readonly playlog_edits: PlaylogEditsTable;
}
