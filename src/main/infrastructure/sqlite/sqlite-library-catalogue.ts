import { type Kysely, sql } from 'kysely';
import type { AssetListing, AssetPage, ImportReport, LibraryCatalogue, MarkedAsset } from '../../application/ports/library-catalogue.ts';
import type { AssetId, ImportId } from '../../domain/library/index.ts';
import { assetOfRow } from './asset-row.ts';
import { searchExpression } from './asset-search-index.ts';
import { SqliteAssetRepository } from './sqlite-asset-repository.ts';
import { importOfRow, SqliteImportRepository } from './sqlite-import-repository.ts';
import type { StationDatabase } from './station-schema.ts';

/** Reads the library's lists straight from the tables. */
export class SqliteLibraryCatalogue implements LibraryCatalogue {
  readonly #db: Kysely<StationDatabase>;

  constructor(db: Kysely<StationDatabase>) {
    this.#db = db;
  }

  async listAssets(listing: AssetListing): Promise<AssetPage> {
    // One more than asked for tells whether there is a next page.
    const sequences = await this.#sequences(listing, listing.limit + 1);
    const rows = await this.#db
      .selectFrom('assets')
      .innerJoin('media_files', 'media_files.asset_id', 'assets.id')
      .selectAll()
      .where('assets.seq', 'in', sequences.slice(0, listing.limit))
      .orderBy('title_sort')
      .orderBy('assets.seq')
      .execute();
    const last = rows.at(-1);
    const isMore = sequences.length > listing.limit && last !== undefined;
    return { items: rows.map(assetOfRow), next: isMore ? { sortKey: last.title_sort, sequence: last.seq } : null };
  }

  async findAsset(id: AssetId): Promise<MarkedAsset | null> {
    const assets = new SqliteAssetRepository(this.#db);
    const asset = await assets.get(id);
    return asset && { asset, markers: await assets.listMarkers(id) };
  }

  async listImports(limit: number): Promise<readonly ImportReport[]> {
    const rows = await this.#db.selectFrom('imports').selectAll().orderBy('seq', 'desc').limit(limit).execute();
    return Promise.all(rows.map(async (row) => this.#report(importOfRow(row))));
  }

  async findImport(id: ImportId): Promise<ImportReport | null> {
    const mediaImport = await new SqliteImportRepository(this.#db).get(id);
    return mediaImport && this.#report(mediaImport);
  }

  async #report(mediaImport: ImportReport['mediaImport']): Promise<ImportReport> {
    return { mediaImport, failures: await new SqliteImportRepository(this.#db).listFailures(mediaImport.id) };
  }

  /** The rows of a page, found with nothing but their keys: sorting whole rows of a wide search would cost most of the time. */
  async #sequences({ search, kind, after }: AssetListing, limit: number): Promise<readonly number[]> {
    const expression = search === null ? null : searchExpression(search);
    let query = this.#db.selectFrom('assets').select('seq').where('deleted_at_ms', 'is', null);
    if (expression !== null)
      query = query.where('seq', 'in', sql<number>`(SELECT rowid FROM asset_search WHERE asset_search MATCH ${expression})`);
    if (kind !== null) query = query.where('kind', '=', kind);
    if (after !== null) query = query.where(sql<boolean>`(title_sort, seq) > (${after.sortKey}, ${after.sequence})`);
    const rows = await query.orderBy('title_sort').orderBy('seq').limit(limit).execute();
    return rows.map((row) => row.seq);
  }
}
