import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frames, milliseconds } from '../../../shared/time/index.ts';
import { endFrame, findUnsound } from '../../domain/playlog/index.ts';
import { sampleAsset } from '../../infrastructure/sqlite/asset-samples.fixture.ts';
import { openTestStation, SILENT_LOG, type TestStation } from '../../infrastructure/testing/station.fixture.ts';
import { PlaylogQueries } from '../playlog/index.ts';
import { KeepPlaylogAhead } from './keep-playlog-ahead.ts';

const START = frames(50_000);
const DAY = 25 * 86_400;

describe('PlanAhead', () => {
  let station: TestStation;

  beforeEach(() => {
    station = openTestStation(START);
  });
  afterEach(() => station.close());

  const addAssets = (...numbers: readonly number[]) =>
    station.unitOfWork.run(async ({ assets }) => {
      for (const number of numbers) await assets.add(sampleAsset(number));
    });
  const items = () => station.unitOfWork.run(({ playlog }) => playlog.listFrom(station.engine.frame));

  it('fills a day with slate when the library is empty', async () => {
    expect(await station.planAhead.run()).toBe(1);
    const planned = await items();
    expect(planned[0]).toMatchObject({ startFrame: START, assetId: null, kind: 'slate' });
    expect(planned.map(endFrame).at(-1)).toBeGreaterThanOrEqual(START + DAY);
    expect(await station.planAhead.run()).toBeNull();
  });

  it('puts the first media on air within seconds', async () => {
    await station.planAhead.run();
    station.engine.frame = frames(START + 100);
    await addAssets(1);
    expect(await station.planAhead.run()).toBe(2);
    const [slate, first] = await items();
    expect(slate).toMatchObject({ assetId: null });
    expect(first).toMatchObject({ assetId: 'asset-1', startFrame: START + 100 + 6 * 25, durationFrames: 250 });
    expect(findUnsound(await items())).toBeNull();
    expect(station.events.all.filter(({ type }) => type === 'playlog-changed')).toHaveLength(2);
  });

  it('tops up only when less than a day is left', async () => {
    await station.planAhead.run();
    await station.planAhead.topUp();
    expect(await station.unitOfWork.run(({ playlog }) => playlog.revision())).toBe(1);
    station.engine.frame = frames(START + 5400 * 25);
    await station.planAhead.topUp();
    expect(await station.unitOfWork.run(({ playlog }) => playlog.revision())).toBe(2);
    expect(await station.unitOfWork.run(({ playlog }) => playlog.end())).toBeGreaterThan(station.engine.frame + DAY);
  });

  it('plans on in turn after a restart of the station', async () => {
    await addAssets(1, 2, 3);
    await station.planAhead.run();
    station.engine.frame = frames(START + 2 * 3600 * 25);
    await station.planAhead.run();
    const after = await items();
    const turn = after.map(({ assetId }) => assetId);
    for (let at = 3; at < turn.length; at += 1) expect(turn[at]).toBe(turn[at - 3]);
    expect(after.map(endFrame).at(-1)).toBeGreaterThanOrEqual(station.engine.frame + DAY);
  });

  it('lists the next day as the contract has it', async () => {
    await addAssets(1);
    await station.planAhead.run();
    const { revision, items: listed } = await new PlaylogQueries(
      station.unitOfWork,
      station.clock,
      station.channel,
      milliseconds(30_000),
      station.inputs,
    ).list({});
    expect(revision).toBe(1);
    expect(listed[0]?.startsAt).toBe(new Date(station.clock.now()).toISOString());
    expect(listed).toHaveLength(DAY / 250);
    const from = listed[4]?.startsAt;
    const to = listed[6]?.startsAt;
    const some = await new PlaylogQueries(station.unitOfWork, station.clock, station.channel, milliseconds(30_000), station.inputs).list({
      from,
      to,
    });
    expect(some.items.map(({ id }) => id)).toEqual([listed[4]?.id, listed[5]?.id]);
  });

  it('is done at once when the library changes, and again after a pause when it changes on and on', async () => {
    const delayed: (() => void)[] = [];
    const after = (_: number, job: () => void) => {
      delayed.push(job);
      return () => undefined;
    };
    const timers = { every: () => () => undefined, after };
    const keeper = new KeepPlaylogAhead({
      planAhead: station.planAhead,
      events: station.events,
      timers,
      clock: station.clock,
      log: SILENT_LOG,
    });
    await keeper.start();
    await addAssets(1);
    station.events.publish({ type: 'library-changed' });
    await station.planAhead.settled();
    expect((await items())[1]?.assetId).toBe('asset-1');
    await addAssets(2);
    station.events.publish({ type: 'library-changed' });
    expect(delayed).toHaveLength(1);
    delayed[0]?.();
    await station.planAhead.settled();
    expect((await items()).some(({ assetId }) => assetId === 'asset-2')).toBe(true);
    await keeper.stop();
  });

  it('takes note of when an asset aired last', async () => {
    await station.unitOfWork.run(async ({ assets }) => {
      await assets.add(sampleAsset(1, { lastAiredAt: milliseconds(station.clock.now() - 1000) }));
      await assets.add(sampleAsset(2, { lastAiredAt: milliseconds(station.clock.now() - 5000) }));
    });
    await station.planAhead.run();
    expect((await items()).slice(0, 2).map(({ assetId }) => assetId)).toEqual(['asset-2', 'asset-1']);
  });
});
