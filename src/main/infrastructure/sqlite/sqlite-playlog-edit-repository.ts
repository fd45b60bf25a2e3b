import type { Kysely } from 'kysely';
import type { PlaylogEditRepository, RecordedEdit } from '../../application/ports/playlog-edit-repository.ts';
import type { PlaylogItem } from '../../domain/playlog/index.ts';
import type { StationDatabase } from './station-schema.ts';

/** Changes that can be undone. */
const KEPT = 50;

/** What people changed in the playlog, in the table `playlog_edits`. */
export class SqlitePlaylogEditRepository implements PlaylogEditRepository {
  readonly #db: Kysely<StationDatabase>;

  constructor(db: Kysely<StationDatabase>) {
    this.#db = db;
  }

  async add({ before, after, revision, by, at }: Parameters<PlaylogEditRepository['add']>[0]): Promise<void> {
    await this.#db.deleteFrom('playlog_edits').where('is_undone', '=', 1).execute();
    const { seq } = await this.#db
      .insertInto('playlog_edits')
      .values({
        revision,
        edited_by: by,
        edited_at_ms: Math.round(at),
        before_json: JSON.stringify(before),
        after_json: JSON.stringify(after),
        is_undone: 0,
      })
      .returning('seq')
      .executeTakeFirstOrThrow();
    await this.#db
      .deleteFrom('playlog_edits')
      .where('seq', '<=', seq - KEPT)
      .execute();
  }

  lastDone(): Promise<RecordedEdit | null> {
    return this.#find(0, 'desc');
  }

  lastUndone(): Promise<RecordedEdit | null> {
    return this.#find(1, 'asc');
  }

  async setUndone(seq: number, isUndone: boolean): Promise<void> {
    await this.#db
      .updateTable('playlog_edits')
      .set({ is_undone: isUndone ? 1 : 0 })
      .where('seq', '=', seq)
      .execute();
  }

  async #find(isUndone: number, order: 'asc' | 'desc'): Promise<RecordedEdit | null> {
    const row = await this.#db
      .selectFrom('playlog_edits')
      .select(['seq', 'before_json', 'after_json'])
      .where('is_undone', '=', isUndone)
      .orderBy('seq', order)
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return null;
    return { seq: row.seq, before: itemsOf(row.before_json), after: itemsOf(row.after_json) };
  }
}

/** Items as they were written down by this file alone; before live inputs could be planned, without one. */
function itemsOf(json: string): readonly PlaylogItem[] {
  const items = JSON.parse(json) as readonly (Omit<PlaylogItem, 'inputId'> & Partial<Pick<PlaylogItem, 'inputId'>>)[];
  return items.map((item) => ({ ...item, inputId: item.inputId ?? null }));
}
