import { type Kysely, type Selectable, sql } from 'kysely';
import type { AssetKind } from '../../../shared/contract/index.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import type { ImportRepository } from '../../application/ports/import-repository.ts';
import type {
  FileOutcome,
  FileRefusal,
  ImportFailure,
  ImportState,
  MediaImport,
  RefusalCode,
  SeenFile,
  WatchFolder,
} from '../../domain/library/index.ts';
import { type ImportId, importId } from '../../domain/library/index.ts';
import type { StationDatabase } from './station-schema.ts';
import type { ImportsTable } from './tables/library-tables.ts';

/** The imports in the tables `imports` and `import_files`. */
export class SqliteImportRepository implements ImportRepository {
  readonly #db: Kysely<StationDatabase>;

  constructor(db: Kysely<StationDatabase>) {
    this.#db = db;
  }

  async get(id: ImportId): Promise<MediaImport | null> {
    const row = await this.#db.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? importOfRow(row) : null;
  }

  async listUnfinished(): Promise<readonly MediaImport[]> {
    const rows = await this.#db.selectFrom('imports').selectAll().where('state', 'in', ['queued', 'running']).orderBy('seq').execute();
    return rows.map(importOfRow);
  }

  async listFailures(id: ImportId): Promise<readonly ImportFailure[]> {
    const rows = await this.#db
      .selectFrom('import_files')
      .select(['path', 'refusal_code', 'refusal_reason'])
      .where('import_id', '=', id)
      .where('outcome', '=', 'refused')
      .orderBy('seq')
      .execute();
    return rows.map((row) => ({ path: row.path, code: row.refusal_code as RefusalCode, reason: row.refusal_reason ?? '' }));
  }

  async add(mediaImport: MediaImport): Promise<void> {
    const { id, path, kind, state } = mediaImport;
    const counts = { found_count: mediaImport.found, done_count: mediaImport.done };
    const origin = {
      is_paused: mediaImport.isPaused ? 1 : 0,
      requested_by: mediaImport.requestedBy,
      created_at_ms: Math.round(mediaImport.createdAt),
    };
    await this.#db
      .insertInto('imports')
      .values({ id, path, kind, state, ...counts, ...origin })
      .execute();
  }

  async setState(id: ImportId, state: ImportState): Promise<void> {
    await this.#db.updateTable('imports').set({ state }).where('id', '=', id).execute();
  }

  async setPaused(id: ImportId, isPaused: boolean): Promise<void> {
    await this.#db
      .updateTable('imports')
      .set({ is_paused: isPaused ? 1 : 0 })
      .where('id', '=', id)
      .execute();
  }

  async reopenRefused(id: ImportId, paths: readonly string[] | null): Promise<number> {
    let query = this.#db
      .updateTable('import_files')
      .set({ outcome: null, refusal_code: null, refusal_reason: null })
      .where('import_id', '=', id)
      .where('outcome', '=', 'refused');
    if (paths !== null) query = query.where('path', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(paths)}))`);
    const { numUpdatedRows } = await query.executeTakeFirst();
    await this.#count(id, 'done_count', -Number(numUpdatedRows));
    return Number(numUpdatedRows);
  }

  async addFiles(id: ImportId, paths: readonly string[]): Promise<void> {
    let added = 0n;
    for (const path of paths) {
      const result = await this.#db
        .insertInto('import_files')
        .values({ import_id: id, path, outcome: null, refusal_code: null, refusal_reason: null })
        .onConflict((conflict) => conflict.columns(['import_id', 'path']).doNothing())
        .executeTakeFirst();
      added += result.numInsertedOrUpdatedRows ?? 0n;
    }
    await this.#count(id, 'found_count', Number(added));
  }

  async listPendingFiles(id: ImportId, limit: number): Promise<readonly string[]> {
    const pending = this.#db.selectFrom('import_files').select('path').where('import_id', '=', id).where('outcome', 'is', null);
    const rows = await pending.orderBy('seq').limit(limit).execute();
    return rows.map((row) => row.path);
  }

  async settleFile(id: ImportId, path: string, outcome: FileOutcome, refusal: FileRefusal | null): Promise<void> {
    const result = await this.#db
      .updateTable('import_files')
      .set({ outcome, refusal_code: refusal?.code ?? null, refusal_reason: refusal?.reason ?? null })
      .where('import_id', '=', id)
      .where('path', '=', path)
      .where('outcome', 'is', null)
      .executeTakeFirst();
    await this.#count(id, 'done_count', Number(result.numUpdatedRows));
  }

  async rememberRefused({ path, sizeBytes, modifiedAt }: SeenFile): Promise<void> {
    const version = { size_bytes: sizeBytes, modified_at_ms: modifiedAt };
    await this.#db
      .insertInto('refused_files')
      .values({ path, ...version })
      .onConflict((conflict) => conflict.column('path').doUpdateSet(version))
      .execute();
  }

  async listWatchFolders(): Promise<readonly WatchFolder[]> {
    const rows = await this.#db.selectFrom('watch_folders').selectAll().orderBy('added_at_ms').orderBy('path').execute();
    return rows.map(({ id, path, kind, added_by, added_at_ms }) => ({
      id,
      path,
      kind: kind as AssetKind | null,
      addedBy: added_by,
      addedAt: milliseconds(added_at_ms),
    }));
  }

  async addWatchFolder({ id, path, kind, addedBy, addedAt }: WatchFolder): Promise<void> {
    await this.#db
      .insertInto('watch_folders')
      .values({ id, path, kind, added_by: addedBy, added_at_ms: Math.round(addedAt) })
      .execute();
  }

  async removeWatchFolder(id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db.deleteFrom('watch_folders').where('id', '=', id).executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }

  async #count(id: ImportId, column: 'found_count' | 'done_count', more: number): Promise<void> {
    await this.#db
      .updateTable('imports')
      .set((eb) => ({ [column]: eb(column, '+', more) }))
      .where('id', '=', id)
      .execute();
  }
}

/** The import of a row. */
export function importOfRow(row: Selectable<ImportsTable>): MediaImport {
  return {
    id: importId(row.id),
    path: row.path,
    kind: row.kind as AssetKind | null,
    requestedBy: row.requested_by,
    state: row.state as ImportState,
    // One that came to its end while it was being paused is over.
    isPaused: row.is_paused === 1 && ['queued', 'running'].includes(row.state),
    found: row.found_count,
    done: row.done_count,
    createdAt: milliseconds(row.created_at_ms),
  };
}
