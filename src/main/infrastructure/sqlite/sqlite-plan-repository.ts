import type { Kysely } from 'kysely';
import { type Plan, planSchema } from '../../../shared/contract/plan.ts';
import { type Frames, frames, type Milliseconds } from '../../../shared/time/index.ts';
import type { PlanRepository, StoredPlan } from '../../application/ports/plan-repository.ts';
import type { SeriesPlay } from '../../domain/schedule/index.ts';
import type { StationDatabase } from './station-schema.ts';

/** Rows of five values that go into one statement. */
const ROWS_A_STATEMENT = 1000;

/** The plan in the tables `plan` and `series_plays`. */
export class SqlitePlanRepository implements PlanRepository {
  readonly #db: Kysely<StationDatabase>;

  constructor(db: Kysely<StationDatabase>) {
    this.#db = db;
  }

  async get(): Promise<StoredPlan | null> {
    const row = await this.#db.selectFrom('plan').selectAll().executeTakeFirst();
    if (row === undefined) return null;
    return { revision: row.revision, plan: planSchema.parse(JSON.parse(row.plan_json)), plannedStamp: row.planned_stamp };
  }

  async put(plan: Plan, by: string, at: Milliseconds): Promise<number> {
    const changed = { plan_json: JSON.stringify(plan), changed_at_ms: Math.round(at), changed_by: by };
    const row = await this.#db
      .insertInto('plan')
      .values({ id: 1, revision: 1, planned_stamp: null, ...changed })
      .onConflict((conflict) => conflict.column('id').doUpdateSet((eb) => ({ ...changed, revision: eb('plan.revision', '+', 1) })))
      .returning('revision')
      .executeTakeFirstOrThrow();
    return row.revision;
  }

  async setPlannedStamp(stamp: string): Promise<void> {
    await this.#db.updateTable('plan').set({ planned_stamp: stamp }).execute();
  }

  async latestSeriesPlays(before: Frames): Promise<readonly SeriesPlay[]> {
    // SQLite gives the other columns of the row that holds the maximum.
    const rows = await this.#db
      .selectFrom('series_plays')
      .select((eb) => ['memory', 'season', 'episode', 'house_id', eb.fn.max('start_frame').as('start_frame')])
      .where('start_frame', '<', before)
      .groupBy('memory')
      .execute();
    return rows.map((row) => ({
      memory: row.memory,
      season: row.season,
      episode: row.episode,
      houseId: row.house_id,
      startFrame: frames(row.start_frame),
    }));
  }

  async replaceSeriesPlays(from: Frames, plays: readonly SeriesPlay[]): Promise<void> {
    await this.#db.deleteFrom('series_plays').where('start_frame', '>=', from).execute();
    const rows = plays.map(({ memory, startFrame, season, episode, houseId }) => {
      return { memory, start_frame: startFrame, season, episode, house_id: houseId };
    });
    for (let index = 0; index < rows.length; index += ROWS_A_STATEMENT) {
      await this.#db
        .insertInto('series_plays')
        .values(rows.slice(index, index + ROWS_A_STATEMENT))
        .execute();
    }
  }
}
