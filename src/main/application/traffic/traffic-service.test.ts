import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { campaignSchema } from '../../../shared/contract/traffic.ts';
import { frames, milliseconds } from '../../../shared/time/index.ts';
import type { AsRunEntry } from '../../domain/as-run/index.ts';
import { openTestStation, type TestStation } from '../../infrastructure/testing/station.fixture.ts';
import { TrafficService } from './index.ts';

const DAY = 25 * 86_400;

function spot(assetId: string, startFrame: number, outcome: AsRunEntry['outcome']): AsRunEntry {
  const what = { itemId: null, assetId, houseId: 'S', title: 'Soap', kind: 'commercial' as const, cause: 'schedule' };
  const place = {
    startsAt: milliseconds(Date.UTC(2024, 0, 1) + startFrame * 40),
    startFrame: frames(startFrame),
    durationFrames: frames(100),
  };
  const none = { plannedStartsAt: null, plannedDurationFrames: null, heldFrames: frames(0), slatedFrames: frames(0) };
  return { ...what, ...place, ...none, outcome, reason: outcome === 'aired' ? 'as-planned' : 'media-missing' };
}

describe('the progress of campaigns', () => {
  let station: TestStation;
  let traffic: TrafficService;

  beforeEach(() => {
    // 2024-01-03 12:00 UTC.
    station = openTestStation(frames(2.5 * DAY));
    traffic = new TrafficService(station);
  });
  afterEach(() => station.close());

  it('counts what aired, today and in all, and nothing that missed', async () => {
    const flight = { name: 'Soap', advertiser: 'Anna', from: '2024-01-01', to: '2024-02-01' };
    await traffic.put(campaignSchema.parse({ ...flight, id: 'soap', assetIds: ['a', 'b'] }));
    await traffic.put(campaignSchema.parse({ ...flight, id: 'tea', assetIds: ['c'] }));
    const aired = [spot('a', DAY, 'aired'), spot('a', 2.4 * DAY, 'aired'), spot('b', 2.4 * DAY + 100, 'aired')];
    await station.unitOfWork.run(({ asRun }) => asRun.append([...aired, spot('b', 2.4 * DAY + 200, 'missed')]));
    expect(await traffic.listProgress()).toEqual({
      date: '2024-01-03',
      items: [
        { campaignId: 'soap', airedToday: 2, airedInAll: 3 },
        { campaignId: 'tea', airedToday: 0, airedInAll: 0 },
      ],
    });
  });
});
