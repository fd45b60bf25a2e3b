import type { Kysely } from 'kysely';
import { type Frames, frames } from '../../../shared/time/index.ts';
import type { PlaylogRepository } from '../../application/ports/playlog-repository.ts';
import type { PlaylogItem, PlaylogStatus } from '../../domain/playlog/index.ts';
import { playlogItemOfRow, playlogRow } from './playlog-row.ts';
import type { StationDatabase } from './station-schema.ts';

/** Rows of twelve values that go into one statement: SQLite takes 32,766 values at most. */
const ROWS_A_STATEMENT = 1000;

/** The playlog in the tables `playlog_items` and `playlog_revision`. */
export class SqlitePlaylogRepository implements PlaylogRepository {
  readonly #db: Kysely<StationDatabase>;

  constructor(db: Kysely<StationDatabase>) {
    this.#db = db;
  }

  async revision(): Promise<number> {
    const row = await this.#db.selectFrom('playlog_revision').select('revision').executeTakeFirst();
    return row?.revision ?? 0;
  }

  async nextRevision(): Promise<number> {
    const row = await this.#db
      .insertInto('playlog_revision')
      .values({ id: 1, revision: 1 })
      .onConflict((conflict) => conflict.column('id').doUpdateSet((eb) => ({ revision: eb('playlog_revision.revision', '+', 1) })))
      .returning('revision')
      .executeTakeFirstOrThrow();
    return row.revision;
  }

  async get(id: string): Promise<PlaylogItem | null> {
    const row = await this.#db.selectFrom('playlog_items').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? playlogItemOfRow(row) : null;
  }

  async listBetween(from: Frames, until: Frames, limit: number): Promise<readonly PlaylogItem[]> {
    const rows = await this.#select(await this.#startOfItemAt(from))
      .where('start_frame', '<', until)
      .limit(limit)
      .execute();
    return rows.map(playlogItemOfRow).filter((item) => item.startFrame + item.durationFrames > from);
  }

  async listFrom(from: Frames): Promise<readonly PlaylogItem[]> {
    const rows = await this.#select(await this.#startOfItemAt(from)).execute();
    return rows.map(playlogItemOfRow).filter((item) => item.startFrame + item.durationFrames > from);
  }

  async end(): Promise<Frames | null> {
    const row = await this.#db
      .selectFrom('playlog_items')
      .select(['start_frame', 'duration_frames'])
      .orderBy('start_frame', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row ? frames(row.start_frame + row.duration_frames) : null;
  }

  async latestPlays(before: Frames): Promise<ReadonlyMap<string, Frames>> {
    const rows = await this.#db
      .selectFrom('playlog_items')
      .select((eb) => ['asset_id', eb.fn.max('start_frame').as('start_frame')])
      .where('asset_id', 'is not', null)
      .where('start_frame', '<', before)
      .where('status', '!=', 'missed')
      .groupBy('asset_id')
      .execute();
    return new Map(rows.map((row) => [row.asset_id ?? '', frames(row.start_frame)]));
  }

  async replaceFrom(from: Frames, items: readonly PlaylogItem[]): Promise<void> {
    await this.#db.deleteFrom('playlog_items').where('start_frame', '>=', from).execute();
    await this.add(items);
  }

  async add(items: readonly PlaylogItem[]): Promise<void> {
    for (let index = 0; index < items.length; index += ROWS_A_STATEMENT) {
      const rows = items.slice(index, index + ROWS_A_STATEMENT).map(playlogRow);
      await this.#db.insertInto('playlog_items').values(rows).execute();
    }
  }

  async setDuration(id: string, durationFrames: Frames): Promise<void> {
    await this.#db.updateTable('playlog_items').set({ duration_frames: durationFrames }).where('id', '=', id).execute();
  }

  async setStatus(id: string, status: PlaylogStatus): Promise<void> {
    await this.#db.updateTable('playlog_items').set({ status }).where('id', '=', id).execute();
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#db.deleteFrom('playlog_items').where('id', 'in', ids).execute();
  }

  async slideUp(from: Frames, until: Frames, by: Frames): Promise<void> {
    await this.#db
      .updateTable('playlog_items')
      .set((eb) => ({ start_frame: eb('start_frame', '-', by) }))
      .where('start_frame', '>=', from)
      .where('start_frame', '<', until)
      .execute();
  }

  async markMissed(before: Frames): Promise<void> {
    await this.#db
      .updateTable('playlog_items')
      .set({ status: 'missed' })
      .where('status', '=', 'planned')
      .where('start_frame', '<', before)
      .where((eb) => eb(eb('start_frame', '+', eb.ref('duration_frames')), '<=', before))
      .execute();
  }

  async prune(before: Frames): Promise<void> {
    await this.#db
      .deleteFrom('playlog_items')
      .where('start_frame', '<', before)
      .where((eb) => eb(eb('start_frame', '+', eb.ref('duration_frames')), '<=', before))
      .execute();
  }

  #select(from: number) {
    return this.#db.selectFrom('playlog_items').selectAll().where('start_frame', '>=', from).orderBy('start_frame');
  }

  /** Where the item starts that holds `frame`, as far as one may: items do not overlap, so it is the last to start by then. */
  async #startOfItemAt(frame: Frames): Promise<number> {
    const row = await this.#db
      .selectFrom('playlog_items')
      .select((eb) => eb.fn.max('start_frame').as('start_frame'))
      .where('start_frame', '<=', frame)
      .executeTakeFirst();
    return row?.start_frame ?? frame;
  }
}
