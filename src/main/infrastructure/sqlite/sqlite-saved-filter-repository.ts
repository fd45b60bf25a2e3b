import type { Kysely } from 'kysely';
import type { SavedFilter, SavedFilterRepository } from '../../application/ports/saved-filter-repository.ts';
import type { StationDatabase } from './station-schema.ts';

/** The searches in the table `saved_filters`. */
export class SqliteSavedFilterRepository implements SavedFilterRepository {
  readonly #db: Kysely<StationDatabase>;

  constructor(db: Kysely<StationDatabase>) {
    this.#db = db;
  }

  list(): Promise<readonly SavedFilter[]> {
    return this.#db.selectFrom('saved_filters').selectAll().orderBy('name').execute();
  }

  put(filter: SavedFilter): Promise<SavedFilter> {
    const { name, search } = filter;
    return this.#db
      .insertInto('saved_filters')
      .values(filter)
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ name, search }))
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  async remove(id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db.deleteFrom('saved_filters').where('id', '=', id).executeTakeFirst();
    return numDeletedRows > 0n;
  }
}
