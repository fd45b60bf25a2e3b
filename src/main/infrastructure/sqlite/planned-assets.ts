import { sql } from 'kysely';

/** Whether a row of `assets` is named by what will air: an item of the playlog that is still to come or on air, the plan, a campaign. */
export const isPlanned = sql<boolean>`(
  EXISTS (SELECT 1 FROM playlog_items WHERE asset_id = assets.id AND status IN ('planned', 'on-air'))
  OR EXISTS (SELECT 1 FROM plan WHERE instr(plan_json, assets.id) OR instr(plan_json, assets.house_id))
  OR EXISTS (SELECT 1 FROM campaigns WHERE instr(campaign_json, assets.id) OR instr(campaign_json, assets.house_id))
)`;
