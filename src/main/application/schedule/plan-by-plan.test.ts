import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planInputSchema } from '../../../shared/contract/plan.ts';
import { frameDueAt, frames, milliseconds } from '../../../shared/time/index.ts';
import { type Asset, NO_DETAILS } from '../../domain/library/index.ts';
import { endFrame, findUnsound } from '../../domain/playlog/index.ts';
import { planOf } from '../../domain/schedule/planning.fixture.ts';
import { sampleAsset } from '../../infrastructure/sqlite/asset-samples.fixture.ts';
import { openTestStation, SILENT_LOG, type TestStation, testPlanner } from '../../infrastructure/testing/station.fixture.ts';
import { PlanService } from './plan-service.ts';

const START = frames(50_000);
const TWO_DAYS = 25 * 86_400 * 2;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

describe('PlanByPlan', () => {
  let station: TestStation;
  let plans: PlanService;

  beforeEach(() => {
    station = openTestStation(START);
    plans = new PlanService({ ...station, log: SILENT_LOG });
  });
  afterEach(() => station.close());

  const addAssets = (...assets: readonly Asset[]) =>
    station.unitOfWork.run(async (all) => {
      for (const asset of assets) await all.assets.add(asset);
    });
  const items = () => station.unitOfWork.run(({ playlog }) => playlog.listFrom(station.engine.frame));
  const episode = (number: number) => sampleAsset(number, { details: { ...NO_DETAILS, series: 'Tides', season: 1, episode: number } });
  const halfHour = (number: number): Asset => {
    const asset = episode(number);
    return { ...asset, media: { ...asset.media, duration: milliseconds(1_800_000) } };
  };
  const series = planOf({
    dayparts: [
      {
        id: 'a',
        name: 'a',
        when: { type: 'weekly', days: DAYS },
        from: '06:00',
        to: '06:00',
        selection: { type: 'series', series: 'tides' },
      },
    ],
  });

  it('shows what a station without a plan does, as a plan with revision 0', async () => {
    const plan = await plans.get();
    expect(plan.revision).toBe(0);
    expect(planInputSchema.parse(plan)).toEqual(plan);
  });

  it('puts a plan in force from the end of the lock window on, two days ahead', async () => {
    await addAssets(episode(3), episode(1), episode(2));
    await station.planAhead.run();
    const before = await items();
    expect(await plans.put(series, 0, 'jo')).toMatchObject({ ok: true, value: { revision: 1 } });
    const after = await items();
    const lockEnd = START + 30 * 25;
    expect(after.filter(({ startFrame }) => startFrame < lockEnd)).toEqual(before.filter(({ startFrame }) => startFrame < lockEnd));
    expect(findUnsound(after)).toBeNull();
    expect(after.map(endFrame).at(-1)).toBeGreaterThanOrEqual(START + TWO_DAYS);
    const planned = after.filter(({ startFrame }) => startFrame >= lockEnd).map(({ assetId }) => assetId);
    expect(planned.slice(0, 5)).toEqual(['asset-1', 'asset-2', 'asset-3', 'asset-1', 'asset-2']);
    expect(await plans.put(series, 0, 'jo')).toMatchObject({ ok: false, code: 'STALE_REVISION' });
  });

  it('changes nothing when nothing has changed, and goes on in order across a restart', async () => {
    await addAssets(episode(1), episode(2), episode(3));
    await plans.put(series, null, 'jo');
    expect(await station.planAhead.run()).toBeNull();
    station.engine.frame = frames(START + 3600 * 25 * 3);
    expect(await station.planAhead.run()).not.toBeNull();
    const turn = (await items()).map(({ assetId }) => assetId);
    for (let at = 3; at < turn.length; at += 1) expect(turn[at]).toBe(turn[at - 3]);
  });

  it('plans anew when it is asked to, after the lock window and around what a person placed, even beyond two days', async () => {
    await addAssets(halfHour(1), halfHour(2), halfHour(3));
    await plans.put(series, null, 'jo');
    expect(await plans.generate(null, 'jo')).toMatchObject({ ok: true, value: { planned: 0, from: null } });
    expect(await plans.generate('2024-03-01', 'jo')).toMatchObject({ ok: false, code: 'BAD_INPUT', field: 'through' });
    const fourDays = frames(START + 2 * TWO_DAYS);
    expect(await plans.generate('2024-01-05', 'jo')).toMatchObject({ ok: true });
    const before = await items();
    expect(before.map(endFrame).at(-1)).toBeGreaterThanOrEqual(fourDays);
    const lockEnd = START + 30 * 25;
    const [locked, last] = [before.filter(({ startFrame }) => startFrame < lockEnd), before.at(-2)];
    const changed = before.filter(({ startFrame }) => startFrame >= lockEnd && startFrame < lockEnd + 7200 * 25).map(({ id }) => id);
    await station.unitOfWork.run(async ({ playlog }) => {
      await playlog.remove([...changed, last?.id ?? '']);
      if (last !== undefined) await playlog.add([{ ...last, title: 'Placed', origin: { ...last.origin, placedBy: 'jo' } }]);
    });
    const generated = await plans.generate(null, 'jo');
    expect(generated.ok && generated.value.planned).toBeGreaterThan(0);
    const after = await items();
    expect(findUnsound(after)).toBeNull();
    expect(after.slice(0, locked.length)).toEqual(locked);
    expect(after.find(({ title }) => title === 'Placed')).toMatchObject({ id: last?.id, startFrame: last?.startFrame });
  });

  it('keeps what a person placed beyond two days when it plans again after a restart', async () => {
    await addAssets(halfHour(1), halfHour(2));
    await station.planAhead.reach(frames(START + 2 * TWO_DAYS));
    const last = (await items()).at(-1);
    await station.unitOfWork.run(async ({ playlog }) => {
      await playlog.remove([last?.id ?? '']);
      if (last !== undefined) await playlog.add([{ ...last, origin: { ...last.origin, placedBy: 'jo' } }]);
    });
    const restarted = testPlanner(station);
    await addAssets(halfHour(3));
    expect(await restarted.planAhead.runAnew()).not.toBeNull();
    expect((await items()).find(({ id }) => id === last?.id)).toMatchObject({ startFrame: last?.startFrame, origin: { placedBy: 'jo' } });
    expect(findUnsound(await items())).toBeNull();
  });

  it('judges rights at the planned time', async () => {
    const until = frameDueAt(frames(START + 3600 * 25), station.channel.rate);
    await addAssets(sampleAsset(1), sampleAsset(2, { details: { ...NO_DETAILS, rightsUntil: until } }));
    await plans.put(planOf({}), null, 'jo');
    const late = (await items()).filter(
      ({ assetId, startFrame, durationFrames }) => assetId === 'asset-2' && startFrame + durationFrames > START + 3600 * 25,
    );
    expect(late).toEqual([]);
    expect((await items()).some(({ assetId }) => assetId === 'asset-2')).toBe(true);
  });
});
