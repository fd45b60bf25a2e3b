import { sep } from 'node:path';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { milliseconds } from '../../../shared/time/index.ts';
import type {
  AssetListing,
  AssetPage,
  ImportReport,
  KnownFile,
  LibraryCatalogue,
  MarkedAsset,
} from '../../application/ports/library-catalogue.ts';
import { type AssetId, assetId, type ImportId, type LibrarySearch, type SeenFile } from '../../domain/library/index.ts';
import { assetConditions, termSources } from './asset-conditions.ts';
import { assetOfRow } from './asset-row.ts';
import { searchExpression } from './asset-search-index.ts';
import { CANDIDATE_COLUMNS, candidateOfRow } from './candidate-row.ts';
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

  async listCandidates(search: LibrarySearch, after: number, limit: number) {
    let query = this.#db.selectFrom('assets').innerJoin('media_files', 'media_files.asset_id', 'assets.id').select(CANDIDATE_COLUMNS);
    for (const source of [...wordSource(search.words), ...termSources(search)]) query = query.where('seq', 'in', sql<number>`(${source})`);
    for (const condition of assetConditions(search)) query = query.where(condition);
    const rows = await query.where('seq', '>', after).orderBy('seq').limit(limit).execute();
    return { candidates: rows.map(candidateOfRow), next: rows.length < limit ? null : (rows.at(-1)?.seq ?? null) };
  }

  async knownFiles(paths: readonly string[]): Promise<readonly KnownFile[]> {
    const wanted = sql<string>`(SELECT value FROM json_each(${JSON.stringify(paths)}))`;
    const assets = await this.#db
      .selectFrom('media_files')
      .innerJoin('assets', 'assets.id', 'media_files.asset_id')
      .leftJoin('sidecars', 'sidecars.asset_id', 'media_files.asset_id')
      .select(['path', 'size_bytes', 'modified_at_ms', 'id', 'missing_since_ms', 'lifecycle', 'mark'])
      .where('path', 'in', wanted)
      .execute();
    const refused = await this.#db.selectFrom('refused_files').selectAll().where('path', 'in', wanted).execute();
    return [...assets.map(knownAsset), ...refused.map((row) => ({ type: 'refused' as const, ...seenFile(row) }))];
  }

  async presentFilesBelow(folder: string, after: string, limit: number) {
    const start = folder.endsWith(sep) ? folder : `${folder}${sep}`;
    const rows = await this.#db
      .selectFrom('media_files')
      .innerJoin('assets', 'assets.id', 'media_files.asset_id')
      .select(['id', 'path'])
      .where('path', '>', after > start ? after : start)
      .where(sql<boolean>`substr(path, 1, ${start.length}) = ${start}`)
      .where('path', '<', `${start}\u{10ffff}`)
      .where('missing_since_ms', 'is', null)
      .orderBy('path')
      .limit(limit)
      .execute();
    return rows.map(({ id, path }) => ({ id: assetId(id), path }));
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

interface FileRow {
  readonly path: string;
  readonly size_bytes: number;
  readonly modified_at_ms: number;
}

interface KnownRow extends FileRow {
  readonly id: string;
  readonly missing_since_ms: number | null;
  readonly lifecycle: string;
  readonly mark: string | null;
}

function knownAsset(row: KnownRow): KnownFile {
  const states = { isMissing: row.missing_since_ms !== null, isBad: row.lifecycle === 'new' };
  return { type: 'asset', ...seenFile(row), id: assetId(row.id), ...states, sidecarMark: row.mark };
}

function seenFile({ path, size_bytes, modified_at_ms }: FileRow): SeenFile {
  return { path, sizeBytes: size_bytes, modifiedAt: milliseconds(modified_at_ms) };
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
