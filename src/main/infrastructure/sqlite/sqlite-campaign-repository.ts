import { type Kysely, sql } from 'kysely';
import { type Campaign, campaignSchema } from '../../../shared/contract/traffic.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import type { CampaignRepository, MakeGoodDecision } from '../../application/ports/campaign-repository.ts';
import type { StationDatabase } from './station-schema.ts';

/** The campaigns in the tables `campaigns` and `make_goods`. */
export class SqliteCampaignRepository implements CampaignRepository {
  readonly #db: Kysely<StationDatabase>;

  constructor(db: Kysely<StationDatabase>) {
    this.#db = db;
  }

  async list(): Promise<readonly Campaign[]> {
    const rows = await this.#db.selectFrom('campaigns').select('campaign_json').orderBy('id').execute();
    return rows.map((row) => campaignSchema.parse(JSON.parse(row.campaign_json)));
  }

  async stamp(): Promise<string> {
    const campaigns = await this.#db.selectFrom('campaigns').select(['id', 'revision']).orderBy('id').execute();
    const decided = await this.#db
      .selectFrom('make_goods')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('decided_at_ms').as('latest')])
      .executeTakeFirstOrThrow();
    return JSON.stringify([campaigns.map(({ id, revision }) => `${id}.${revision}`), decided.count, decided.latest]);
  }

  async put(campaign: Campaign): Promise<void> {
    const campaign_json = JSON.stringify(campaign);
    await this.#db
      .insertInto('campaigns')
      .values({ id: campaign.id, revision: 1, campaign_json })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ campaign_json, revision: sql<number>`campaigns.revision + 1` }))
      .execute();
  }

  async remove(id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db.deleteFrom('campaigns').where('id', '=', id).executeTakeFirst();
    return numDeletedRows > 0n;
  }

  async listDecisions(): Promise<readonly MakeGoodDecision[]> {
    const rows = await this.#db.selectFrom('make_goods').selectAll().orderBy('as_run_seq').execute();
    return rows.map((row) => ({
      asRunSeq: row.as_run_seq,
      campaignId: row.campaign_id,
      decision: row.decision,
      by: row.decided_by,
      at: milliseconds(row.decided_at_ms),
    }));
  }

  async decide({ asRunSeq, campaignId, decision, by, at }: MakeGoodDecision): Promise<void> {
    const decided = { campaign_id: campaignId, decision, decided_by: by, decided_at_ms: Math.round(at) };
    await this.#db
      .insertInto('make_goods')
      .values({ as_run_seq: asRunSeq, ...decided })
      .onConflict((conflict) => conflict.column('as_run_seq').doUpdateSet(decided))
      .execute();
  }
}
