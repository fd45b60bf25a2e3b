import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssetListing } from '../../application/ports/library-catalogue.ts';
import { type Asset, assetId } from '../../domain/library/index.ts';
import { sampleAsset } from './asset-samples.fixture.ts';
import { SqliteLibraryCatalogue } from './sqlite-library-catalogue.ts';
import { SqliteUnitOfWork } from './sqlite-unit-of-work.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

const ALL: AssetListing = { search: null, kind: null, limit: 100, after: null };

let database: TemporaryDatabase;
let catalogue: SqliteLibraryCatalogue;

beforeEach(() => {
  database = openTemporaryDatabase();
  catalogue = new SqliteLibraryCatalogue(database.kysely);
});
afterEach(() => database.remove());

function add(...added: readonly Asset[]): Promise<void> {
  return new SqliteUnitOfWork(database.kysely).run(async ({ assets }) => {
    for (const asset of added) await assets.add(asset);
  });
}

const titled = (title: string, number: number) => sampleAsset(number, { title });
const find = async (search: string) => (await catalogue.listAssets({ ...ALL, search })).items.map((asset) => asset.title);

describe('SqliteLibraryCatalogue', () => {
  it('lists titles in the order people expect, without regard to case and accents', async () => {
    await add(titled('zebra', 1), titled('Éclair', 2), titled('apple', 3), titled('Echo', 4));
    expect((await catalogue.listAssets(ALL)).items.map((asset) => asset.title)).toEqual(['apple', 'Echo', 'Éclair', 'zebra']);
  });

  it('goes through the whole list page by page, no asset twice and none left out', async () => {
    await add(...Array.from({ length: 25 }, (_, number) => titled(number % 2 ? 'Same' : `Title ${number}`, number)));
    const seen: string[] = [];
    for (let after: AssetListing['after'] = null, pages = 0; pages < 10; pages++) {
      const page = await catalogue.listAssets({ ...ALL, limit: 7, after });
      seen.push(...page.items.map((asset) => asset.id));
      after = page.next;
      if (after === null) break;
    }
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  it('finds the beginnings of words in title, house ID and file name, all of them', async () => {
    await add(titled('The Harbour at Night', 1), titled('Night Train', 2));
    expect(await find('nig')).toEqual(['Night Train', 'The Harbour at Night']);
    expect(await find('night har')).toEqual(['The Harbour at Night']);
    expect(await find('HÄRBOUR')).toEqual(['The Harbour at Night']);
    expect(await find('PRG-000002')).toEqual(['Night Train']);
    expect(await find('file 1.mp')).toEqual(['The Harbour at Night']);
    expect(await find('arbour')).toEqual([]);
  });

  it('reads nothing that is typed as a query of its own', async () => {
    await add(titled('Night Train', 1));
    for (const typed of ['"', "'; DROP TABLE assets; --", 'title:x', 'NOT', '*', '(((', 'a OR b', 'night NEAR train']) {
      await expect(catalogue.listAssets({ ...ALL, search: typed })).resolves.toBeDefined();
    }
    expect(await find('night OR x')).toEqual([]);
    expect(await find(' - ')).toEqual(['Night Train']);
  });

  it('finds an asset by its new words after a change, and no more by the old', async () => {
    await add(titled('Before', 1));
    await new SqliteUnitOfWork(database.kysely).run(({ assets }) => assets.update(titled('After', 1)));
    expect(await find('before')).toEqual([]);
    expect(await find('after')).toEqual(['After']);
  });

  it('lists one kind alone', async () => {
    await add(sampleAsset(1), sampleAsset(2, { kind: 'promo' }));
    expect((await catalogue.listAssets({ ...ALL, kind: 'promo' })).items.map((asset) => asset.id)).toEqual(['asset-2']);
    expect((await catalogue.listAssets({ ...ALL, kind: 'promo', search: 'title' })).items).toHaveLength(1);
    expect((await catalogue.listAssets({ ...ALL, kind: 'slate' })).items).toEqual([]);
  });

  it('finds one asset, or null', async () => {
    await add(sampleAsset(1));
    expect(await catalogue.findAsset(assetId('asset-1'))).toEqual({ asset: sampleAsset(1), markers: [] });
    expect(await catalogue.findAsset(assetId('none'))).toBeNull();
  });
});
