import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import type { AssetListing } from '../../application/ports/library-catalogue.ts';
import { type Asset, type AssetDetails, assetId, everything, NO_DETAILS, parseSearch } from '../../domain/library/index.ts';
import { sampleAsset } from './asset-samples.fixture.ts';
import { SqliteLibraryCatalogue } from './sqlite-library-catalogue.ts';
import { SqliteUnitOfWork } from './sqlite-unit-of-work.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

const NOW = milliseconds(1_750_000_000_000);
const ALL: AssetListing = { search: everything(NOW), limit: 100, after: null };

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
const search = (typed: string) => {
  const parsed = parseSearch(typed, NOW);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.search;
};
const words = (typed: string) => catalogue.listAssets({ ...ALL, search: { ...everything(NOW), words: typed } });
const find = async (typed: string) => (await words(typed)).items.map((asset) => asset.title);
const numbers = async (typed: string) =>
  (await catalogue.listAssets({ ...ALL, search: search(typed) })).items.map((asset) => Number(asset.id.slice('asset-'.length)));

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
      await expect(words(typed)).resolves.toBeDefined();
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

  it('lists what every filter holds for', async () => {
    const details = (more: Partial<AssetDetails>) => ({ details: { ...NO_DETAILS, ...more } });
    const length = (ms: number) => ({ media: { ...sampleAsset(3).media, duration: milliseconds(ms) } });
    await add(
      sampleAsset(1, { kind: 'promo', ...details({ genres: ['News'], tags: ['late night'], year: 1994 }) }),
      sampleAsset(2, { lastAiredAt: milliseconds(NOW - 1000), ...details({ genres: ['news'], rightsUntil: milliseconds(NOW + 1000) }) }),
      sampleAsset(3, { ...length(3_600_000), isApproved: false, ...details({ people: ['Ada Lovelace'], series: 'Engines' }) }),
      sampleAsset(4, { binnedAt: NOW, ...details({ genres: ['news'] }) }),
      sampleAsset(5, { missingSince: NOW, lifecycle: 'retired', ...details({ rightsUntil: milliseconds(NOW - 1) }) }),
    );
    expect(await numbers('')).toEqual([1, 2, 3, 5]);
    expect(await numbers('kind:promo')).toEqual([1]);
    expect(await numbers('kind:slate')).toEqual([]);
    expect(await numbers('genre:NEWS')).toEqual([1, 2]);
    expect(await numbers('genre:news title -tag:"Late Night"')).toEqual([2]);
    expect(await numbers('genre:news series:engines')).toEqual([]);
    expect(await numbers('with:"ada lovelace" love')).toEqual([3]);
    expect(await numbers('duration>30m')).toEqual([3]);
    expect(await numbers('year:1994')).toEqual([1]);
    expect(await numbers('expires<7d')).toEqual([2, 5]);
    expect(await numbers('is:expired')).toEqual([5]);
    expect(await numbers('never:aired')).toEqual([1, 3, 5]);
    expect(await numbers('unused:no')).toEqual([2]);
    expect(await numbers('is:missing')).toEqual([5]);
    expect(await numbers('-is:approved')).toEqual([3]);
    expect(await numbers('is:bin')).toEqual([4]);
    expect(await numbers('is:bin genre:news')).toEqual([4]);
    expect(await numbers('is:retired')).toEqual([5]);
  });

  it('shows what is most likely there twice', async () => {
    await add(
      titled('Same', 1),
      titled('same', 2),
      titled('Same', 3),
      titled('Other', 4),
      sampleAsset(5, { title: 'Same', kind: 'promo' }),
    );
    await add(sampleAsset(6, { title: 'Same', media: { ...sampleAsset(6).media, duration: milliseconds(20_000) } }));
    expect(await numbers('is:duplicate')).toEqual([1, 2, 3]);
  });

  it('pages through a wide search by words in the order of titles', async () => {
    await add(...Array.from({ length: 2_300 }, (_, number) => titled(`Night ${String(number).padStart(4, '0')}`, number)));
    const first = await catalogue.listAssets({ search: search('night kind:programme'), limit: 2, after: null });
    expect(first.items.map(({ title }) => title)).toEqual(['Night 0000', 'Night 0001']);
    const second = await catalogue.listAssets({ search: search('night'), limit: 2, after: first.next });
    expect(second.items.map(({ title }) => title)).toEqual(['Night 0002', 'Night 0003']);
  });

  it('finds one asset, or null', async () => {
    await add(sampleAsset(1));
    expect(await catalogue.findAsset(assetId('asset-1'))).toEqual({ asset: sampleAsset(1), markers: [] });
    expect(await catalogue.findAsset(assetId('none'))).toBeNull();
  });
});
