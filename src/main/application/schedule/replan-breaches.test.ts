import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frameDueAt, frames, milliseconds } from '../../../shared/time/index.ts';
import { type Asset, USUAL_FLAW_LIMITS } from '../../domain/library/index.ts';
import { endFrame, findUnsound } from '../../domain/playlog/index.ts';
import { planOf } from '../../domain/schedule/planning.fixture.ts';
import { sampleAsset } from '../../infrastructure/sqlite/asset-samples.fixture.ts';
import { openTestStation, SILENT_LOG, type TestStation } from '../../infrastructure/testing/station.fixture.ts';
import { EditAssets } from '../library/index.ts';
import { EditPlaylog, PlaylogQueries } from '../playlog/index.ts';
import { PlanService } from './plan-service.ts';

const START = frames(50_000);
const MINUTE = 25 * 60;
const LOCK_END = START + 30 * 25;
/** The film that is edited once it is planned. */
const FILM = 'asset-2';
const WATERSHED = [{ ratings: ['18'], from: '22:00', to: '23:00' }];

describe('an edit of what is planned already', () => {
  let station: TestStation;
  let assets: EditAssets;

  beforeEach(async () => {
    station = openTestStation(START);
    const { unitOfWork, clock } = station;
    const events = { libraryChanged: () => undefined, importProgress: () => undefined };
    assets = new EditAssets({ unitOfWork, clock, events, limits: USUAL_FLAW_LIMITS });
    await unitOfWork.run(async (all) => {
      for (const number of [1, 2, 3]) await all.assets.add(film(number));
    });
    await new PlanService({ ...station, log: SILENT_LOG }).put(planOf({ watershed: WATERSHED }), null, 'jo');
    expect((await airings()).length).toBeGreaterThan(30);
  });
  afterEach(() => station.close());

  const film = (number: number): Asset => {
    const sample = sampleAsset(number);
    return { ...sample, media: { ...sample.media, duration: milliseconds(20 * 60_000) } };
  };
  const items = () => station.unitOfWork.run(({ playlog }) => playlog.listFrom(START));
  /** Where the film stands outside the lock window. */
  const airings = async () => (await items()).filter(({ assetId, startFrame }) => assetId === FILM && startFrame >= LOCK_END);
  const instant = (frame: number) => new Date(frameDueAt(frames(frame), station.channel.rate)).toISOString();
  const change = async (fields: Parameters<EditAssets['change']>[1]) => {
    expect(await assets.change(FILM, fields, null)).toMatchObject({ ok: true });
    await station.planAhead.run();
    expect(findUnsound(await items())).toBeNull();
  };

  it('takes a film off from where its rights will have ended, and leaves it before that', async () => {
    const end = START + 600 * MINUTE;
    const before = await airings();
    await change({ rightsUntil: instant(end) });
    const after = await airings();
    expect(after).toEqual(before.filter((item) => endFrame(item) <= end));
    expect(after.length).toBeGreaterThan(0);
  });

  it('takes a film off until its rights begin', async () => {
    const begin = START + 600 * MINUTE;
    await change({ rightsFrom: instant(begin) });
    const after = await airings();
    expect(after.filter(({ startFrame }) => startFrame < begin)).toEqual([]);
    expect(after.length).toBeGreaterThan(0);
  });

  it('airs a rating at no other hour than its own', async () => {
    await change({ contentRating: '18' });
    for (const item of await airings()) {
      const [from, until] = [item.startFrame, endFrame(item)].map((frame) => new Date(instant(frame)).getUTCHours());
      expect([from, until]).toEqual([22, 22]);
    }
  });

  it('airs nothing beyond a new out point', async () => {
    await change({ outFrame: frames(3000) });
    const after = await airings();
    expect(after.length).toBeGreaterThan(0);
    expect(new Set(after.map(({ durationFrames }) => durationFrames))).toEqual(new Set([2502]));
  });

  it('airs what is a promo now as a promo only', async () => {
    await change({ kind: 'promo' });
    expect((await airings()).filter(({ kind }) => kind !== 'promo')).toEqual([]);
  });

  it.each([
    ['approved no more', () => change({ isApproved: false })],
    [
      'in the bin',
      async () => {
        expect(await assets.bin(FILM)).toMatchObject({ ok: true });
        await station.planAhead.run();
      },
    ],
  ])('takes a film off that is %s', async (_, act) => {
    await act();
    expect(await airings()).toEqual([]);
    expect(findUnsound(await items())).toBeNull();
  });

  it('leaves what a person placed where it is, and says what is wrong with it', async () => {
    const at = instant(START + 900 * MINUTE);
    const revision = await station.unitOfWork.run(({ playlog }) => playlog.revision());
    const order = { revision, edits: [{ op: 'insert', assetId: FILM, at } as const], overrideSoftLock: false, by: 'jo' };
    expect(await new EditPlaylog(station).edit(order)).toMatchObject({ ok: true });
    const { unitOfWork, clock, channel } = station;
    const queries = new PlaylogQueries(unitOfWork, clock, channel, milliseconds(30_000), station.inputs);
    const placed = async () => (await queries.list({})).items.filter(({ placedBy }) => placedBy === 'jo');
    expect(await placed()).toMatchObject([{ assetId: FILM, breach: null }]);
    await change({ rightsUntil: at });
    expect(await placed()).toMatchObject([{ assetId: FILM, startsAt: at, breach: 'Its rights will have ended' }]);
    expect((await airings()).filter((item) => endFrame(item) > START + 900 * MINUTE)).toHaveLength(1);
    await change({ isApproved: false });
    expect(await placed()).toMatchObject([{ breach: 'It may not air any more: not approved, binned, or its file is missing' }]);
  });
});
