import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { assetId } from '../../domain/library/index.ts';
import { sampleAsset } from '../../infrastructure/sqlite/asset-samples.fixture.ts';
import { SqliteUnitOfWork } from '../../infrastructure/sqlite/sqlite-unit-of-work.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../infrastructure/sqlite/temporary-database.ts';
import { EmptyBin } from './empty-bin.ts';
import { SavedFilters } from './saved-filters.ts';

const NOW = milliseconds(Date.UTC(2026, 2, 1));
const DAY_MS = 86_400_000;
const clock = { now: () => NOW };
let database: TemporaryDatabase;
let unitOfWork: SqliteUnitOfWork;

beforeEach(() => {
  database = openTemporaryDatabase();
  unitOfWork = new SqliteUnitOfWork(database.kysely);
});
afterEach(() => database.remove());

describe('EmptyBin', () => {
  const removed: string[] = [];
  const thumbnails = { write: async () => undefined, read: async () => null, remove: async (id: string) => void removed.push(id) };
  const events = { libraryChanged: () => undefined, importProgress: () => undefined };
  const emptyBin = () => new EmptyBin({ unitOfWork, thumbnails, events, clock });
  const bin = (number: number, daysAgo: number) =>
    unitOfWork.run(({ assets }) => assets.add({ ...sampleAsset(number), binnedAt: milliseconds(NOW - daysAgo * DAY_MS) }));
  const isThere = async (number: number) => (await unitOfWork.run(({ assets }) => assets.get(assetId(`asset-${number}`)))) !== null;
  const plan = (assetNumber: number, status: 'planned' | 'aired') =>
    database.kysely
      .insertInto('playlog_items')
      .values({
        ...{ id: `item-${assetNumber}`, start_frame: 1, duration_frames: 1, kind: 'programme', title: 'x', house_id: null },
        ...{ asset_id: `asset-${assetNumber}`, in_frame: 0, start_mode: 'follow', status, explanation_json: '{}' },
      })
      .execute();

  it('deletes what has been in the bin long enough, with its thumbnail and its words', async () => {
    await bin(1, 31);
    await bin(2, 29);
    await unitOfWork.run(({ assets }) => assets.add(sampleAsset(3)));
    removed.length = 0;
    expect(await emptyBin().run(milliseconds(30 * DAY_MS))).toEqual({ deleted: 1, kept: 1 });
    expect([await isThere(1), await isThere(2), await isThere(3)]).toEqual([false, true, true]);
    expect(removed).toEqual(['asset-1']);
  });

  it('keeps what is still to air, and lets go of what has aired', async () => {
    await bin(1, 99);
    await bin(2, 99);
    await plan(1, 'planned');
    await plan(2, 'aired');
    expect(await emptyBin().run(milliseconds(0))).toEqual({ deleted: 1, kept: 1 });
    expect([await isThere(1), await isThere(2)]).toEqual([true, false]);
  });
});

describe('SavedFilters', () => {
  let id = 0;
  const filters = () => new SavedFilters({ unitOfWork, clock, ids: { next: () => `filter-${++id}` } });

  it('keeps searches by name, and replaces the one of a name in whatever case', async () => {
    const first = await filters().save('Expiring', 'expires<7d');
    await filters().save('Adverts', 'kind:commercial');
    expect(await filters().save('expiring', 'expires<14d')).toMatchObject({ ok: true, value: { name: 'expiring', search: 'expires<14d' } });
    expect((await filters().list()).map(({ name, search }) => [name, search])).toEqual([
      ['Adverts', 'kind:commercial'],
      ['expiring', 'expires<14d'],
    ]);
    expect(first).toMatchObject({ value: { id: (await filters().list())[1]?.id } });
  });

  it('refuses a search that can not be understood, and says what removing found', async () => {
    expect(await filters().save('Odd', 'colour:red')).toMatchObject({ ok: false, code: 'BAD_INPUT', field: 'search' });
    const kept = await filters().save('All', 'kind:promo');
    if (!kept.ok) throw new Error(kept.message);
    expect(await filters().remove(kept.value.id)).toMatchObject({ ok: true });
    expect(await filters().remove(kept.value.id)).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  });
});
