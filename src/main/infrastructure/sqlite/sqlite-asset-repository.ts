import { type Kysely, sql } from 'kysely';
import type { AssetKind } from '../../../shared/contract/asset-kind.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import type { AssetRepository, EnrichmentStep, KeptSidecar } from '../../application/ports/asset-repository.ts';
import {
  type AirableAsset,
  type Asset,
  type AssetChanges,
  type AssetId,
  assetId,
  type Marker,
  type MarkerOrigin,
} from '../../domain/library/index.ts';
import { AIRABLE_COLUMNS, airableOfRow, assetColumns, assetOfRow, mediaColumns } from './asset-row.ts';
import { indexAsset } from './asset-search-index.ts';
import { markerColumns, markerOfRow } from './marker-row.ts';
import { isPlanned } from './planned-assets.ts';
import type { StationDatabase } from './station-schema.ts';

/** The assets in the tables `assets`, `media_files`, `asset_search` and `house_numbers`. */
export class SqliteAssetRepository implements AssetRepository {
  readonly #db: Kysely<StationDatabase>;

  constructor(db: Kysely<StationDatabase>) {
    this.#db = db;
  }

  async get(id: AssetId): Promise<Asset | null> {
    const row = await this.#select().where('assets.id', '=', id).executeTakeFirst();
    return row ? assetOfRow(row) : null;
  }

  async findByPath(path: string): Promise<Asset | null> {
    const row = await this.#select().where('media_files.path', '=', path).executeTakeFirst();
    return row ? assetOfRow(row) : null;
  }

  async findByFingerprint(fingerprint: string): Promise<Asset | null> {
    const row = await this.#select().where('fingerprint', '=', fingerprint).orderBy('assets.seq').executeTakeFirst();
    return row ? assetOfRow(row) : null;
  }

  async listAirableOfKind(kind: AssetKind, limit: number): Promise<readonly AirableAsset[]> {
    const rows = await this.#joined()
      .select(AIRABLE_COLUMNS)
      .where('kind', '=', kind)
      .where('deleted_at_ms', 'is', null)
      .where('missing_since_ms', 'is', null)
      .where('lifecycle', '=', 'ready')
      .where('is_approved', '=', 1)
      .orderBy('assets.seq')
      .limit(limit)
      .execute();
    return rows.map(airableOfRow);
  }

  async nextHouseNumber(prefix: string): Promise<number> {
    const row = await this.#db
      .insertInto('house_numbers')
      .values({ prefix, last_number: 1 })
      .onConflict((conflict) => conflict.column('prefix').doUpdateSet((eb) => ({ last_number: eb('house_numbers.last_number', '+', 1) })))
      .returning('last_number')
      .executeTakeFirstOrThrow();
    return row.last_number;
  }

  async add(asset: Asset): Promise<void> {
    const { seq } = await this.#db.insertInto('assets').values(assetColumns(asset)).returning('seq').executeTakeFirstOrThrow();
    await this.#db.insertInto('media_files').values(mediaColumns(asset)).execute();
    await indexAsset(this.#db, seq, asset);
  }

  async update(asset: Asset): Promise<void> {
    const { seq } = await this.#db
      .updateTable('assets')
      .set(assetColumns(asset))
      .where('id', '=', asset.id)
      .returning('seq')
      .executeTakeFirstOrThrow();
    await this.#db.updateTable('media_files').set(mediaColumns(asset)).where('asset_id', '=', asset.id).execute();
    await indexAsset(this.#db, seq, asset);
  }

  async listDisposable(before: Milliseconds, limit: number): Promise<readonly AssetId[]> {
    const rows = await this.#db
      .selectFrom('assets')
      .select('id')
      .where('deleted_at_ms', '<=', Math.round(before))
      .where(({ not }) => not(isPlanned))
      .orderBy('seq')
      .limit(limit)
      .execute();
    return rows.map(({ id }) => assetId(id));
  }

  async countBinned(): Promise<number> {
    const counted = this.#db.selectFrom('assets').select(({ fn }) => fn.countAll<number>().as('count'));
    return (await counted.where('deleted_at_ms', 'is not', null).executeTakeFirstOrThrow()).count;
  }

  async listFlawed(after: AssetId | null, limit: number): Promise<readonly Asset[]> {
    const flawed = this.#select()
      .where(sql<boolean>`flaws_json <> '[]'`)
      .where('assets.id', '>', after ?? assetId(''));
    return (await flawed.orderBy('assets.id').limit(limit).execute()).map(assetOfRow);
  }

  async remove(id: AssetId): Promise<void> {
    const { seq } = await this.#db.selectFrom('assets').select('seq').where('id', '=', id).executeTakeFirstOrThrow();
    await this.#db.deleteFrom('asset_search').where('rowid', '=', seq).execute();
    await this.#db.deleteFrom('asset_terms').where('asset_seq', '=', seq).execute();
    for (const table of ['markers', 'enrichment_steps', 'sidecars', 'media_files'] as const)
      await this.#db.deleteFrom(table).where('asset_id', '=', id).execute();
    await this.#db.deleteFrom('assets').where('id', '=', id).execute();
  }

  async listMarkers(id: AssetId): Promise<readonly Marker[]> {
    const rows = await this.#db.selectFrom('markers').selectAll().where('asset_id', '=', id).orderBy('at_frame').execute();
    return rows.map(markerOfRow);
  }

  async replaceMarkers(id: AssetId, origins: readonly MarkerOrigin[], markers: readonly Marker[]): Promise<void> {
    await this.#db.deleteFrom('markers').where('asset_id', '=', id).where('origin', 'in', origins).execute();
    for (const marker of markers) await this.#db.insertInto('markers').values(markerColumns(id, marker)).execute();
  }

  async sidecarOf(id: AssetId): Promise<KeptSidecar | null> {
    const row = await this.#db.selectFrom('sidecars').selectAll().where('asset_id', '=', id).executeTakeFirst();
    return row ? { mark: row.mark, said: JSON.parse(row.said_json) as AssetChanges } : null;
  }

  async keepSidecar(id: AssetId, { mark, said }: KeptSidecar): Promise<void> {
    const columns = { mark, said_json: JSON.stringify(said) };
    await this.#db
      .insertInto('sidecars')
      .values({ asset_id: id, ...columns })
      .onConflict((conflict) => conflict.column('asset_id').doUpdateSet(columns))
      .execute();
  }

  async setMissing(ids: readonly AssetId[], since: Milliseconds | null): Promise<void> {
    await this.#db
      .updateTable('assets')
      .set({ missing_since_ms: since === null ? null : Math.round(since) })
      .where('id', 'in', sql<AssetId>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
      .execute();
  }

  async makeDue(id: AssetId, step: EnrichmentStep): Promise<void> {
    await this.#db
      .insertInto('enrichment_steps')
      .values({ asset_id: id, step, state: 'due', attempts: 0 })
      .onConflict((conflict) => conflict.columns(['asset_id', 'step']).doUpdateSet({ state: 'due' }))
      .execute();
  }

  async listDue(step: EnrichmentStep, limit: number): Promise<readonly Asset[]> {
    const due = this.#db.selectFrom('enrichment_steps').select('asset_id').where('step', '=', step).where('state', '=', 'due').limit(limit);
    const rows = await this.#select().where('assets.id', 'in', due).execute();
    return rows.map(assetOfRow);
  }

  async settleStep(id: AssetId, step: EnrichmentStep, state: 'done' | 'failed'): Promise<void> {
    await this.#db
      .updateTable('enrichment_steps')
      .set((eb) => ({ state, attempts: eb('attempts', '+', 1) }))
      .where('asset_id', '=', id)
      .where('step', '=', step)
      .execute();
  }

  async markAired(id: AssetId, at: Milliseconds): Promise<void> {
    await this.#db
      .updateTable('assets')
      .set({ last_aired_at_ms: Math.round(at) })
      .where('id', '=', id)
      .where((eb) => eb.or([eb('last_aired_at_ms', 'is', null), eb('last_aired_at_ms', '<', Math.round(at))]))
      .execute();
  }

  #select() {
    return this.#joined().selectAll();
  }

  #joined() {
    return this.#db.selectFrom('assets').innerJoin('media_files', 'media_files.asset_id', 'assets.id');
  }
}
