import type { Kysely } from 'kysely';
import { type Frames, frames } from '../../../shared/time/index.ts';
import type { PlaylogRepository } from '../../application/ports/playlog-repository.ts';
import type { PlaylogItem, PlaylogStatus } from '../../domain/playlog/index.ts';
import { playlogItemOfRow, playlogRow } from './playlog-row.ts';
import type { StationDatabase } from './station-schema.ts';

/** Rows that one statement writes or deletes: a few milliseconds of work, so that whatever else the process does has its turn in between. */
const WRITTEN_AT_ONCE = 200;
/** Rows that one statement reads: as long a turn. */
const READ_AT_ONCE = 1000;

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

  listBetween(from: Frames, until: Frames, limit: number): Promise<readonly PlaylogItem[]> {
    return this.#list(from, until, limit);
  }

  listFrom(from: Frames): Promise<readonly PlaylogItem[]> {
    return this.#list(from, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
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
    const plays = new Map<string, Frames>();
    const inOrder = this.#db
      .selectFrom('playlog_items')
      .select(['asset_id', 'start_frame'])
      .where('asset_id', 'is not', null)
      .where('start_frame', '<', before)
      .where('status', '!=', 'missed')
      .orderBy('start_frame')
      .limit(READ_AT_ONCE);
    for (let after = -1; ; ) {
      const rows = await inOrder.where('start_frame', '>', after).execute();
      for (const row of rows) plays.set(row.asset_id ?? '', frames(row.start_frame));
      const last = rows.at(-1);
      if (last === undefined || rows.length < READ_AT_ONCE) return plays;
      after = last.start_frame;
    }
  }

  async replaceFrom(from: Frames, items: readonly PlaylogItem[]): Promise<void> {
    const some = this.#db.selectFrom('playlog_items').select('id').where('start_frame', '>=', from).limit(WRITTEN_AT_ONCE);
    let deleted: bigint;
    do {
      const result = await this.#db.deleteFrom('playlog_items').where('id', 'in', some).executeTakeFirstOrThrow();
      deleted = result.numDeletedRows;
    } while (deleted > 0n);
    await this.add(items);
  }

  async add(items: readonly PlaylogItem[]): Promise<void> {
    for (let index = 0; index < items.length; index += WRITTEN_AT_ONCE) {
      const rows = items.slice(index, index + WRITTEN_AT_ONCE).map(playlogRow);
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
    for (let index = 0; index < ids.length; index += WRITTEN_AT_ONCE) {
      const some = ids.slice(index, index + WRITTEN_AT_ONCE);
      await this.#db.deleteFrom('playlog_items').where('id', 'in', some).execute();
    }
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

  /** The items that hold a frame of [from, until), up to `most` from the first on. */
  async #list(from: Frames, until: number, most: number): Promise<readonly PlaylogItem[]> {
    const items: PlaylogItem[] = [];
    let next = await this.#startOfItemAt(from);
    for (let left = most; left > 0; ) {
      const limit = Math.min(left, READ_AT_ONCE);
      const rows = await this.#db
        .selectFrom('playlog_items')
        .selectAll()
        .where('start_frame', '>=', next)
        .where('start_frame', '<', until)
        .orderBy('start_frame')
        .limit(limit)
        .execute();
      for (const row of rows) if (row.start_frame + row.duration_frames > from) items.push(playlogItemOfRow(row));
      const last = rows.at(-1);
      if (last === undefined || rows.length < limit) break;
      left -= rows.length;
      next = last.start_frame + 1;
    }
    return items;
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
