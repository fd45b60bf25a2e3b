import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frames, milliseconds } from '../../../shared/time/index.ts';
import { broadcastDay } from '../../../shared/time/station-calendar.ts';
import { defaultPlan } from '../../domain/schedule/index.ts';
import { sampleAsset } from '../../infrastructure/sqlite/asset-samples.fixture.ts';
import { openTestStation, type TestStation } from '../../infrastructure/testing/station.fixture.ts';
import { PlaylogQueries } from './playlog-queries.ts';

describe('PlaylogQueries', () => {
  let station: TestStation;

  beforeEach(async () => {
    station = openTestStation(frames(50_000));
    const asset = sampleAsset(1);
    const film = { ...asset, media: { ...asset.media, duration: milliseconds(47 * 60_000) } };
    await station.unitOfWork.run(({ assets }) => assets.add(film));
    await station.planAhead.run();
  });
  afterEach(() => station.close());

  it("says of a daypart's first item when the plan has it begin, and of no other", async () => {
    const { startsAt } = broadcastDay(defaultPlan('UTC'), '2024-01-02');
    const around = (hours: number) => new Date(startsAt + hours * 3_600_000).toISOString();
    const queries = new PlaylogQueries(station.unitOfWork, station.clock, station.channel, milliseconds(30_000), station.inputs);
    const { items } = await queries.list({ from: around(-3), to: around(3) });
    const planned = items.filter(({ plannedStartsAt }) => plannedStartsAt !== null);
    expect(planned).toMatchObject([{ plannedStartsAt: around(0), kind: 'programme' }]);
    expect(Date.parse(planned[0]?.startsAt ?? '')).toBeGreaterThanOrEqual(startsAt);
    expect(items.length).toBeGreaterThan(5);
  });
});
