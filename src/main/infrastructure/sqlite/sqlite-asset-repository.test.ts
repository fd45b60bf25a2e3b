import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import type { Repositories } from '../../application/ports/unit-of-work.ts';
import { assetId } from '../../domain/library/index.ts';
import { sampleAsset } from './asset-samples.fixture.ts';
import { SqliteUnitOfWork } from './sqlite-unit-of-work.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

let database: TemporaryDatabase;
let unitOfWork: SqliteUnitOfWork;

beforeEach(() => {
  database = openTemporaryDatabase();
  unitOfWork = new SqliteUnitOfWork(database.kysely);
});
afterEach(() => database.remove());

const withAssets = <T>(work: (assets: Repositories['assets']) => Promise<T>) => unitOfWork.run(({ assets }) => work(assets));

describe('SqliteAssetRepository', () => {
  it('gives an asset back as it was added, by id, path and content', async () => {
    const asset = sampleAsset(1);
    await withAssets((assets) => assets.add(asset));
    expect(await withAssets((assets) => assets.get(asset.id))).toEqual(asset);
    expect(await withAssets((assets) => assets.findByPath(asset.media.path))).toEqual(asset);
    expect(await withAssets((assets) => assets.findByFingerprint('print-1'))).toEqual(asset);
  });

  it('gives back what has no sound and no loudness', async () => {
    const { media } = sampleAsset(1);
    const mute = sampleAsset(1, { media: { ...media, sound: null, loudness: null } });
    await withAssets((assets) => assets.add(mute));
    expect(await withAssets((assets) => assets.get(mute.id))).toEqual(mute);
    expect(await withAssets((assets) => assets.listAirableOfKind('programme', 9))).toMatchObject([{ hasSound: false }]);
  });

  it('gives back what is sound alone, and offers it for air as that', async () => {
    const { media } = sampleAsset(1);
    const song = sampleAsset(1, { media: { ...media, picture: null } });
    await withAssets((assets) => assets.add(song));
    expect(await withAssets((assets) => assets.get(song.id))).toEqual(song);
    expect(await withAssets((assets) => assets.listAirableOfKind('programme', 1))).toMatchObject([{ hasPicture: false, hasSound: true }]);
  });

  it('answers null for what it does not have', async () => {
    expect(await withAssets((assets) => assets.get(assetId('none')))).toBeNull();
    expect(await withAssets((assets) => assets.findByPath('/none'))).toBeNull();
    expect(await withAssets((assets) => assets.findByFingerprint('none'))).toBeNull();
  });

  it('offers for air only what is ready and approved, in the order of import', async () => {
    await withAssets(async (assets) => {
      await assets.add(sampleAsset(3));
      await assets.add(sampleAsset(1, { lifecycle: 'new' }));
      await assets.add(sampleAsset(2, { isApproved: false }));
      await assets.add(sampleAsset(4, { lifecycle: 'retired' }));
      await assets.add(sampleAsset(0));
    });
    expect((await withAssets((assets) => assets.listAirableOfKind('programme', 9))).map((asset) => asset.id)).toEqual([
      'asset-3',
      'asset-0',
    ]);
  });

  it('writes a change over the asset it has, and refuses to change one it has not', async () => {
    await withAssets((assets) => assets.add(sampleAsset(1)));
    const { media } = sampleAsset(1);
    const moved = sampleAsset(1, { title: 'Moved', media: { ...media, path: '/elsewhere.mp4' } });
    await withAssets((assets) => assets.update(moved));
    expect(await withAssets((assets) => assets.get(moved.id))).toEqual(moved);
    await expect(withAssets((assets) => assets.update(sampleAsset(2)))).rejects.toThrow();
  });

  it.each([
    ['id', { id: assetId('asset-1') }],
    ['house ID', { houseId: 'PRG-000001' }],
    ['path', { media: { ...sampleAsset(2).media, path: sampleAsset(1).media.path } }],
  ])('refuses a second asset of the same %s, and keeps nothing of it', async (_, same) => {
    await withAssets((assets) => assets.add(sampleAsset(1)));
    await expect(withAssets((assets) => assets.add(sampleAsset(2, same)))).rejects.toThrow('UNIQUE');
    expect(await withAssets((assets) => assets.listAirableOfKind('programme', 9))).toHaveLength(1);
  });

  it('remembers the latest airing, in whatever order it hears of them', async () => {
    await withAssets((assets) => assets.add(sampleAsset(1)));
    const id = assetId('asset-1');
    for (const at of [200.4, 300, 100]) await withAssets((assets) => assets.markAired(id, milliseconds(at)));
    expect(await withAssets((assets) => assets.listAirableOfKind('programme', 9))).toMatchObject([{ lastAiredAt: 300 }]);
    await withAssets((assets) => assets.markAired(assetId('gone'), milliseconds(1)));
  });

  it('gives each house number once, each prefix a run of its own', async () => {
    const numbers = await withAssets(async (assets) => [
      await assets.nextHouseNumber('PRG'),
      await assets.nextHouseNumber('COM'),
      await assets.nextHouseNumber('PRG'),
    ]);
    expect(numbers).toEqual([1, 1, 2]);
  });
});
