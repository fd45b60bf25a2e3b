import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Campaign, campaignSchema } from '../../../shared/contract/traffic.ts';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import type { PlacedSpot, TrafficSpot } from './avail.ts';
import { owedSpots } from './index.ts';
import { SpotPlacer } from './spot-placer.ts';

const RATE = parseFrameRate('25/1');
const MINUTE = 1500;
const spot = (id: string, seconds = 20, advertiser: string | null = null): TrafficSpot => ({
  id,
  title: id,
  houseId: id,
  durationFrames: frames(seconds * 25),
  advertiser,
  category: null,
});
const campaign = (id: string, rest: object = {}): Campaign =>
  campaignSchema.parse({ id, name: id, advertiser: id, from: '2026-03-01', to: '2026-03-31', assetIds: [`${id}1`, `${id}2`], ...rest });
const SPOTS = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'x'].map((id) => spot(id));
const DAY = 1440 * MINUTE;
const dateAt = (at: number) => `2026-03-${String(2 + Math.floor(at / DAY)).padStart(2, '0')}`;
const avail = (at: number, date = dateAt(at)) => ({
  ...{ at: frames(at), lengthFrames: frames(2 * MINUTE), mostSpots: 6, date, daypartId: 'day', refusalOf: () => null },
  timeUntil: (until: number) => ({ dates: [...new Set([date, dateAt(until)])], daypartIds: ['day', 'night'] }),
});
const placer = (...campaigns: readonly Campaign[]) => new SpotPlacer(campaigns, SPOTS, new Map(), RATE);
const ids = (pod: readonly PlacedSpot[]) => pod.map((placed) => placed.spot.id);

describe('SpotPlacer', () => {
  it('serves the higher priority first, each advertiser once a pod, and fills with spots that no campaign claims', () => {
    expect(ids(placer(campaign('a', { priority: 10 }), campaign('b', { priority: 90 })).fill(avail(0)))).toEqual([
      'b1',
      'a1',
      'c1',
      'c2',
      'x',
    ]);
  });

  it('lets the spots of a campaign take turns', () => {
    const traffic = placer(campaign('a'));
    expect([traffic.fill(avail(0)), traffic.fill(avail(3000)), traffic.fill(avail(6000))].map((pod) => ids(pod)[0])).toEqual([
      'a1',
      'a2',
      'a1',
    ]);
  });

  it('keeps the cap of the day and of the whole, counting what aired', () => {
    const traffic = placer(campaign('a', { playsPerDay: 2, playsInAll: 4 }));
    traffic.enterEarlier('a1', 1);
    traffic.enter({ assetId: 'a1', at: frames(0), date: '2026-03-02' });
    const dates = ['2026-03-02', '2026-03-02', '2026-03-03', '2026-03-03'];
    const placed = dates.map((date, index) => traffic.fill(avail(10_000 * (index + 1), date)).some(({ campaignId }) => campaignId === 'a'));
    expect(placed).toEqual([true, false, true, false]);
  });

  it('stays in flight and in the dayparts that were bought, and says why it refused', () => {
    const traffic = placer(campaign('a', { dayparts: ['night'] }), campaign('b', { to: '2026-03-01' }), campaign('c'));
    const [first] = traffic.fill(avail(0));
    expect([first?.spot.id, first?.explanation.refused.map(({ reason }) => reason)]).toEqual([
      'c1',
      ['Not in this daypart', 'Not in its flight'],
    ]);
  });

  it('stands first or last where that was bought', () => {
    const pod = placer(campaign('a', { position: 'last' }), campaign('b'), campaign('c', { position: 'first', priority: 1 })).fill(
      avail(0),
    );
    expect([ids(pod)[0], ids(pod).at(-1)]).toEqual(['c1', 'a1']);
  });

  it('keeps every cap, spacing and separation, and never repeats a spot in a pod, whatever is bought', () => {
    const anyCampaign = fc.record({
      priority: fc.nat({ max: 3 }),
      weight: fc.constantFrom(1, 2, 5),
      playsPerDay: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
      spacingMinutes: fc.nat({ max: 90 }),
      separationMinutes: fc.nat({ max: 60 }),
      position: fc.constantFrom('any', 'first', 'last'),
      advertiser: fc.constantFrom('Anna', 'Bert'),
      category: fc.constantFrom('cars', 'food', null),
    });
    fc.assert(
      fc.property(
        fc.tuple(anyCampaign, anyCampaign, anyCampaign),
        fc.array(fc.integer({ min: 2, max: 60 }), { maxLength: 30 }),
        (rules, gaps) => {
          const campaigns = ['a', 'b', 'c'].map((id, index) => campaign(id, rules[index]));
          const traffic = placer(...campaigns);
          const plays = new Map<string, number[]>();
          let at = 0;
          for (const gap of gaps) {
            at += gap * MINUTE;
            const pod = traffic.fill(avail(at));
            expect(new Set(ids(pod)).size).toBe(pod.length);
            for (const { campaignId } of pod) if (campaignId !== null) plays.set(campaignId, [...(plays.get(campaignId) ?? []), at]);
          }
          for (const { id, playsPerDay, spacingMinutes } of campaigns) {
            const times = plays.get(id) ?? [];
            if (playsPerDay !== null) expect(times.length).toBeLessThanOrEqual(playsPerDay);
            for (const [index, time] of times.slice(1).entries())
              expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(spacingMinutes * MINUTE);
          }
        },
      ),
    );
  });

  it('fills with a spot of an advertiser who has a campaign only where that could not air within its separation', () => {
    const spots = [spot('a1'), spot('free', 20, 'A')];
    const filled = (rest: object, ...more: number[]) => {
      const traffic = new SpotPlacer([campaign('a', { separationMinutes: 30, ...rest })], spots, new Map(), RATE);
      return [0, ...more].map((at) => ids(traffic.fill(avail(at))));
    };
    expect(filled({ assetIds: ['a1'], dayparts: ['night'] })).toEqual([[]]);
    expect(filled({ assetIds: ['a1'], dayparts: ['morning'] })).toEqual([['free']]);
    expect(filled({ assetIds: ['a1'], from: '2026-03-03' }, DAY - 20 * MINUTE)).toEqual([['free'], []]);
    expect(filled({ assetIds: ['a1'], playsPerDay: 1 }, 40 * MINUTE, DAY - 20 * MINUTE)).toEqual([['a1'], ['free'], []]);
    expect(filled({ assetIds: ['a1'], spacingMinutes: 90 }, 40 * MINUTE, 70 * MINUTE)).toEqual([['a1'], ['free'], []]);
  });

  it('gives campaigns the same plays whether or not there are spots that none claims', () => {
    const anyCampaign = fc.record({
      priority: fc.nat({ max: 2 }),
      playsPerDay: fc.constantFrom(null, 1, 3),
      playsInAll: fc.constantFrom(null, null, 4),
      spacingMinutes: fc.constantFrom(0, 20, 90, 300),
      separationMinutes: fc.constantFrom(0, 15, 60, 200),
      dayparts: fc.constantFrom([], ['day']),
      from: fc.constantFrom('2026-03-01', '2026-03-01', '2026-03-03'),
      advertiser: fc.constantFrom('Anna', 'Bert'),
      category: fc.constantFrom('cars', 'food', null),
    });
    const anySpot = fc.record({
      advertiser: fc.constantFrom('anna', 'Bert', 'Cleo', null),
      category: fc.constantFrom('Cars', 'toys', null),
    });
    const gaps = fc.array(fc.constantFrom(5, 25, 65, 130), { minLength: 10, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.tuple(anyCampaign, anyCampaign, anyCampaign),
        fc.array(anySpot, { minLength: 1, maxLength: 6 }),
        gaps,
        (rules, fillers, minutes) => {
          const campaigns = ['a', 'b', 'c'].map((id, index) => campaign(id, rules[index]));
          const claimed = SPOTS.filter(({ id }) => id !== 'x' && id !== 'c2');
          const unclaimed = fillers.map((filler, index) => ({ ...spot(`free${index}`), ...filler }));
          const playsWith = (spots: readonly TrafficSpot[]) => {
            const traffic = new SpotPlacer(campaigns, spots, new Map(), RATE);
            let at = 0;
            return minutes.map((gap) => {
              at += gap * MINUTE;
              return ids(traffic.fill(avail(at)).filter(({ campaignId }) => campaignId !== null));
            });
          };
          expect(playsWith([...claimed, ...unclaimed])).toEqual(playsWith(claimed));
        },
      ),
    );
  });
});

describe('owedSpots', () => {
  it('names each planned spot once, of campaigns alone, until somebody has decided', () => {
    const entry = (seq: number, itemId: string, assetId: string) => ({ seq, itemId, assetId, correction: null });
    const missed = [entry(1, 'i1', 'a1'), entry(2, 'i1', 'a1'), entry(3, 'i2', 'x'), entry(4, 'i3', 'a2'), entry(5, 'i4', 'a1')];
    expect(owedSpots([campaign('a')], missed, new Set([4])).map(({ entry: { seq } }) => seq)).toEqual([1, 5]);
  });
});
