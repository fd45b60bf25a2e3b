import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { sampleAsset } from '../../infrastructure/sqlite/asset-samples.fixture.ts';
import { openTestStation, type TestStation } from '../../infrastructure/testing/station.fixture.ts';
import { AirQueries } from './air-queries.ts';
import { FollowEngine } from './follow-engine.ts';
import { PanicSlate } from './panic-slate.ts';
import { TakeNext } from './take-next.ts';

const START = frames(50_000);

describe('the air', () => {
  let station: TestStation;

  beforeEach(async () => {
    station = openTestStation(START);
    await station.unitOfWork.run(async ({ assets }) => {
      for (const number of [1, 2]) await assets.add(sampleAsset(number));
    });
    await station.planAhead.run();
  });
  afterEach(() => station.close());

  const follow = (): FollowEngine =>
    new FollowEngine({
      ...station,
      air: new AirQueries(station.engine, station.clock, station.channel),
      timers: { every: () => () => undefined, after: () => () => undefined },
    });

  it('answers a take with its frame, and the playlog and the log have followed by then', async () => {
    await station.feeder.run();
    station.engine.write({ type: 'on-air', frame: START, lostFrom: null, rate: '25/1' });
    station.engine.start(START, station.engine.rundown.items[0] ?? null);
    station.engine.frame = frames(START + 50);
    const answer = await new TakeNext(station).run('jo');
    expect(answer).toEqual({ ok: true, value: { frame: START + 50, at: new Date(station.clock.now()).toISOString() } });
    const [, next] = await station.unitOfWork.run(({ playlog }) => playlog.listFrom(START));
    expect(next).toMatchObject({ startFrame: START + 50, status: 'on-air' });
    const logged = await station.unitOfWork.run(({ asRun }) => asRun.lastSeq());
    expect(logged).toBe(1);
  });

  it('passes on what the engine refuses', async () => {
    expect(await new TakeNext(station).run('jo')).toMatchObject({ ok: false, code: 'NOTHING_TO_TAKE' });
    expect(await new PanicSlate(station).run('jo')).toMatchObject({ ok: false, code: 'ENGINE_UNREACHABLE' });
  });

  it('feeds the engine when it is there and whenever the playlog changes', async () => {
    const following = follow();
    following.start();
    await station.feeder.settled();
    expect(station.engine.rundown.revision).toBe(1);
    station.engine.frame = frames(START + 2 * 3600 * 25);
    await station.planAhead.run();
    await station.feeder.settled();
    expect(station.engine.rundown.revision).toBe(2);
    await following.stop();
  });

  it('takes evidence in as it is written', async () => {
    const following = follow();
    following.start();
    await station.feeder.settled();
    station.engine.write({ type: 'on-air', frame: START, lostFrom: null, rate: '25/1' });
    station.engine.air(START, START + 250);
    await station.takeInEvidence.settled();
    expect(await station.unitOfWork.run(({ asRun }) => asRun.lastSeq())).toBe(1);
    await following.stop();
  });
});
