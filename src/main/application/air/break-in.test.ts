import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { findUnsound } from '../../domain/playlog/index.ts';
import { sampleAsset } from '../../infrastructure/sqlite/asset-samples.fixture.ts';
import { openTestStation, type TestStation } from '../../infrastructure/testing/station.fixture.ts';
import { AsRunQueries } from '../as-run/index.ts';
import { BreakIn } from './break-in.ts';
import { ReturnToProgramme } from './return-to-programme.ts';
import { SkipNext } from './skip-next.ts';

const START = frames(50_000);
const LENGTH = 250;

describe('breaking in', () => {
  let station: TestStation;

  beforeEach(async () => {
    station = openTestStation(START);
    await station.unitOfWork.run(async ({ assets }) => {
      for (const number of [1, 2, 3]) await assets.add(sampleAsset(number));
    });
    await station.planAhead.run();
    await station.feeder.run();
    station.engine.write({ type: 'on-air', frame: START, lostFrom: null, rate: '25/1' });
    station.engine.start(START, station.engine.rundown.items[0] ?? null);
    await station.takeInEvidence.run();
  });
  afterEach(() => station.close());

  const playlog = () => station.unitOfWork.run((repositories) => repositories.playlog.listFrom(START));
  const rows = async () => (await new AsRunQueries(station.unitOfWork).list({ limit: 1000 })).items;
  const clip = { type: 'clip' as const, assetId: sampleAsset(3).id };

  it('names who broke in and what for, and airs on where it was interrupted: the playlog says what the engine does', async () => {
    const before = await playlog();
    station.engine.frame = frames(START + 100);
    const broken = await new BreakIn(station).run({ source: clip, reason: 'Flood warning', returnBy: 'rejoin' }, 'jo');
    expect(broken).toMatchObject({ ok: true, value: { frame: START + 100 } });
    station.engine.frame = frames(START + LENGTH + 50);
    expect(await new ReturnToProgramme(station).run('resume', 'jo')).toMatchObject({ ok: true });
    expect(await station.feeder.run()).toMatchObject({ ok: true });
    const back = START + LENGTH + 50;
    const planned = (await playlog()).filter(({ startFrame }) => startFrame >= back);
    expect(planned.slice(0, 3)).toMatchObject([
      { id: `${before[0]?.id}~${START + 100}`, startFrame: back, durationFrames: 150, inFrame: (before[0]?.inFrame ?? 0) + 100 },
      { id: `${before[1]?.id}~${START + 100}`, startFrame: back + 150, durationFrames: LENGTH },
      { id: before[2]?.id, startFrame: back + 150 + LENGTH },
    ]);
    expect(findUnsound(planned)).toBeNull();
    expect(station.engine.rundown.items.slice(0, 20).map(({ id, startFrame }) => [id, startFrame])).toEqual(
      planned.slice(0, 20).map(({ id, startFrame }) => [id, startFrame]),
    );
    expect(await rows()).toMatchObject([
      { itemId: before[0]?.id, outcome: 'partial', reason: 'operator-breaking', cause: 'jo: Flood warning', durationFrames: 100 },
      { itemId: null, assetId: clip.assetId, outcome: 'inserted', reason: 'operator-breaking', cause: 'jo: Flood warning' },
    ]);
  });

  it('drops the next item from the playlog as the engine does, and leaves it in the log as skipped', async () => {
    const before = await playlog();
    station.engine.frame = frames(START + 100);
    expect(await new SkipNext(station).run('jo')).toMatchObject({ ok: true });
    expect(await station.feeder.run()).toMatchObject({ ok: true });
    const after = await playlog();
    expect(after.slice(0, 2).map(({ id, startFrame }) => [id, startFrame])).toEqual([
      [before[0]?.id, START],
      [before[2]?.id, START + LENGTH],
    ]);
    expect(findUnsound(after)).toBeNull();
    expect(await rows()).toMatchObject([
      { itemId: before[1]?.id, outcome: 'skipped', reason: 'operator-skip', cause: 'jo', durationFrames: 0 },
    ]);
  });

  it('refuses a clip that the library does not have', async () => {
    const answer = await new BreakIn(station).run({ source: { type: 'clip', assetId: 'none' }, reason: 'x', returnBy: 'next' }, 'jo');
    expect(answer).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  });
});
