import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { AssetListing, AssetPage, ImportReport, LibraryCatalogue, MarkedAsset } from '../../application/ports/library-catalogue.ts';
import type { AssetId, ImportId, LibrarySearch } from '../../domain/library/index.ts';
import { assetConditions, termSources } from './asset-conditions.ts';
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
  async #sequences({ search, after }: AssetListing, limit: number): Promise<readonly number[]> {
    const { narrow, wide } = await this.#narrowest(search);
    let query = this.#db.selectFrom('assets').select('seq');
    if (narrow !== null) query = query.where('seq', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(narrow)}))`);
    for (const source of wide) query = query.where('seq', 'in', sql<number>`(${source})`);
    for (const condition of assetConditions(search)) query = query.where(condition);
    if (after !== null) query = query.where(sql<boolean>`(title_sort, seq) > (${after.sortKey}, ${after.sequence})`);
    const rows = await query.orderBy('title_sort').orderBy('seq').limit(limit).execute();
    return rows.map((row) => row.seq);
  }

  /**
   * The sequences that words and terms leave, if they leave few, and the queries for those that leave many. SQLite can't know which is
   * which; few are looked up and sorted, many are looked for along the list in its order.
   */
  async #narrowest(search: LibrarySearch): Promise<{ readonly narrow: readonly number[] | null; readonly wide: readonly Source[] }> {
    const wide: Source[] = [];
    let narrow: readonly number[] | null = null;
    for (const source of [...wordSource(search.words), ...termSources(search)]) {
      const { rows } = await sql<{ seq: number }>`${source} LIMIT ${FEW + 1}`.execute(this.#db);
      if (rows.length > FEW) wide.push(source);
      else narrow = both(narrow, new Set(rows.map(({ seq }) => seq)));
    }
    return { narrow, wide };
  }
}

/** What is in two sets of sequences; null stands for all there are. */
function both(some: readonly number[] | null, others: ReadonlySet<number>): readonly number[] {
  return some === null ? [...others] : some.filter((seq) => others.has(seq));
}

type Source = RawBuilder<{ seq: number }>;

/** How many rows are looked up one by one and sorted rather than looked for along the list. */
const FEW = 2_000;

function wordSource(words: string): readonly Source[] {
  const expression = searchExpression(words);
  return expression === null ? [] : [sql<{ seq: number }>`SELECT rowid AS seq FROM asset_search WHERE asset_search MATCH ${expression}`];
}
