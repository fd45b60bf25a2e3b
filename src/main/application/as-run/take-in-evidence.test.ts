import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Frames, frames } from '../../../shared/time/index.ts';
import { findUnsound, type PlaylogItem } from '../../domain/playlog/index.ts';
import { sampleAsset } from '../../infrastructure/sqlite/asset-samples.fixture.ts';
import { openTestStation, type TestStation } from '../../infrastructure/testing/station.fixture.ts';
import { AsRunQueries } from './as-run-queries.ts';

const START = frames(50_000);
const LENGTH = 250;

describe('TakeInEvidence', () => {
  let station: TestStation;

  beforeEach(async () => {
    station = openTestStation(START);
    await station.unitOfWork.run(async ({ assets }) => {
      for (const number of [1, 2, 3]) await assets.add(sampleAsset(number));
    });
    await station.planAhead.run();
    await station.feeder.run();
  });
  afterEach(() => station.close());

  const playlog = (from: number = START): Promise<readonly PlaylogItem[]> =>
    station.unitOfWork.run((repositories) => repositories.playlog.listFrom(frames(from)));
  const rows = async () => (await new AsRunQueries(station.unitOfWork).list({ limit: 1000 })).items;
  const onAir = (frame: number, lostFrom: number | null = null) =>
    station.engine.write({ type: 'on-air', frame: frames(frame), lostFrom: lostFrom as Frames | null, rate: '25/1' });

  it('feeds the engine the next hours with their files', async () => {
    expect(station.engine.rundown.revision).toBe(1);
    expect(station.engine.rundown.items[0]).toMatchObject({
      startFrame: START,
      source: { type: 'file', path: '/media/file 1.mp4', hasPicture: true, hasSound: true, gainDb: -1.5 },
    });
    expect(station.engine.rundown.items).toHaveLength((6 * 3600 * 25) / LENGTH);
    expect(station.engine.rundown.filler).toEqual([]);
    await station.unitOfWork.run(({ assets }) => assets.add(sampleAsset(4, { kind: 'filler' })));
    await station.feeder.run();
    expect(station.engine.rundown.filler).toMatchObject([{ path: '/media/file 4.mp4' }]);
  });

  it('makes rows of what aired, and tells the playlog and the library', async () => {
    onAir(START);
    station.engine.air(START, START + LENGTH);
    station.engine.air(START + LENGTH, START + 2 * LENGTH);
    expect(await station.takeInEvidence.run()).toEqual({ ok: true, value: 5 });
    expect((await rows()).map((row) => [row.seq, row.title, row.startFrame, row.durationFrames, row.outcome])).toEqual([
      [1, 'Title 1', START, LENGTH, 'aired'],
      [2, 'Title 2', START + LENGTH, LENGTH, 'aired'],
    ]);
    expect((await playlog()).slice(0, 3).map(({ status }) => status)).toEqual(['aired', 'aired', 'planned']);
    const asset = await station.unitOfWork.run(({ assets }) => assets.get(sampleAsset(1).id));
    expect(asset?.lastAiredAt).toBe(station.clock.now() - 10_000);
    expect(station.events.all.at(-1)).toEqual({ type: 'as-run-changed', seq: 2 });
  });

  it('takes each record in once, however often it is asked', async () => {
    onAir(START);
    station.engine.air(START, START + LENGTH);
    await Promise.all([station.takeInEvidence.run(), station.takeInEvidence.run(), station.takeInEvidence.run()]);
    await station.takeInEvidence.run();
    expect(await rows()).toHaveLength(1);
  });

  it('goes on in the middle of an airing', async () => {
    onAir(START);
    station.engine.start(START, station.engine.rundown.items[0] ?? null);
    await station.takeInEvidence.run();
    expect(await rows()).toEqual([]);
    expect((await playlog())[0]?.status).toBe('on-air');
    station.engine.end(START + LENGTH, 'aired', 'as-planned');
    await station.takeInEvidence.run();
    expect(await rows()).toMatchObject([{ startFrame: START, durationFrames: LENGTH }]);
  });

  it('slides the playlog up after a take, and gives the engine the same rundown back', async () => {
    onAir(START);
    station.engine.start(START, station.engine.rundown.items[0] ?? null);
    await station.takeInEvidence.run();
    const before = await playlog();
    station.engine.frame = frames(START + 100);
    await station.engine.call('take', { cause: 'jo' });
    const ownRundown = station.engine.rundown;
    expect(await station.feeder.run()).toMatchObject({ ok: true });
    const after = await playlog();
    expect(after[0]).toMatchObject({ id: before[0]?.id, durationFrames: 100, status: 'partial' });
    expect(after[1]).toMatchObject({ id: before[1]?.id, startFrame: START + 100, status: 'on-air' });
    expect(findUnsound(after)).toBeNull();
    expect(station.engine.rundown.revision).toBe(2);
    const places = (items: readonly { readonly id: string; readonly startFrame: number }[]) =>
      items.slice(0, 50).map(({ id, startFrame }) => [id, startFrame]);
    expect(places(station.engine.rundown.items)).toEqual(places(ownRundown.items.slice(1)));
    expect((await rows())[0]).toMatchObject({ outcome: 'partial', reason: 'operator-take', durationFrames: 100 });
  });

  it('plans again when the engine took an item that the plan no longer has', async () => {
    onAir(START);
    station.engine.start(START, station.engine.rundown.items[0] ?? null);
    await station.unitOfWork.run(async (repositories) => {
      const [first] = await repositories.playlog.listFrom(START);
      await repositories.playlog.replaceFrom(frames(START + 1), [
        { ...(first as PlaylogItem), id: 'other', startFrame: frames(START + LENGTH) },
      ]);
    });
    station.engine.frame = frames(START + 100);
    await station.engine.call('take', { cause: 'jo' });
    await station.feeder.run();
    const after = await playlog();
    expect(after[1]).toMatchObject({ id: station.engine.rundown.items[0]?.id, startFrame: START + 100, durationFrames: LENGTH });
    expect(findUnsound(after)).toBeNull();
    expect(after.at(-1)?.startFrame).toBeGreaterThan(START + 20 * 3600 * 25);
  });

  it('logs what was lost while there was no engine, without a hole', async () => {
    onAir(START);
    station.engine.air(START, START + LENGTH);
    onAir(START + 3 * LENGTH + 50, START + LENGTH);
    station.engine.air(START + 3 * LENGTH + 50, START + 4 * LENGTH);
    await station.takeInEvidence.run();
    const logged = await rows();
    expect(logged.map((row) => [row.startFrame - START, row.durationFrames, row.outcome, row.reason])).toEqual([
      [0, 250, 'aired', 'as-planned'],
      [250, 250, 'missed', 'engine-lost'],
      [500, 250, 'missed', 'engine-lost'],
      [750, 50, 'missed', 'engine-lost'],
      [800, 200, 'aired', 'as-planned'],
    ]);
    expect((await playlog()).slice(0, 4).map(({ status }) => status)).toEqual(['aired', 'missed', 'missed', 'aired']);
  });

  it('puts a broken chain on record and goes on', async () => {
    onAir(START);
    station.engine.air(START, START + LENGTH);
    const [, second] = station.engine.records;
    station.engine.records[1] = { ...(second as NonNullable<typeof second>), prevHash: 'forged' };
    await station.takeInEvidence.run();
    expect(await rows()).toHaveLength(1);
    const defects = await station.unitOfWork.run(({ evidence }) => evidence.listDefects(10));
    expect(defects).toMatchObject([{ seq: 2, fault: 'The chain is broken' }]);
  });

  it('reads another journal from its start, and logs no frame twice', async () => {
    onAir(START);
    station.engine.air(START, START + LENGTH);
    await station.takeInEvidence.run();
    station.engine.records = [];
    onAir(START + LENGTH + 10, START + LENGTH);
    await station.takeInEvidence.run();
    expect((await rows()).map((row) => [row.startFrame - START, row.durationFrames])).toEqual([
      [0, 250],
      [250, 10],
    ]);
  });

  it('writes nothing of a batch that can not be written whole, and all of it the next time', async () => {
    onAir(START);
    station.engine.air(START, START + LENGTH);
    const { kysely } = station.database;
    await sql`CREATE TRIGGER full BEFORE INSERT ON evidence_cursor BEGIN SELECT RAISE(ABORT, 'disk full'); END`.execute(kysely);
    await expect(station.takeInEvidence.run()).rejects.toThrow('disk full');
    expect(await rows()).toEqual([]);
    expect((await playlog())[0]?.status).toBe('planned');
    await sql`DROP TRIGGER full`.execute(kysely);
    await station.takeInEvidence.run();
    expect(await rows()).toHaveLength(1);
    expect((await playlog())[0]?.status).toBe('aired');
  });
});
