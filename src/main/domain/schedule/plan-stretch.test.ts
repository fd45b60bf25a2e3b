import { describe, expect, it } from 'vitest';
import { firstFrameFrom, frameDueAt, frames, milliseconds } from '../../../shared/time/index.ts';
import { endFrame, findUnsound } from '../playlog/index.ts';
import { kept, plannable, planned, planOf, TEST_RATE, weekly } from './planning.fixture.ts';
import type { StretchItem } from './stretch-writer.ts';

const frameOf = (iso: string) => firstFrameFrom(milliseconds(Date.parse(iso)), TEST_RATE);
const FROM = frameOf('2026-03-02T06:00:00Z');
const HOUR = 90_000;
const until = (hours: number) => frames(FROM + hours * HOUR);
const at = (item: StretchItem | undefined) => item && new Date(frameDueAt(item.startFrame, TEST_RATE)).toISOString().slice(11, 19);
const MOVIES = Array.from({ length: 9 }, (_, index) => plannable(`M${index}`, 'programme', 3000 + 307 * index, { genres: ['Film'] }));
const EPISODES = Array.from({ length: 5 }, (_, index) =>
  plannable(`E${index}`, 'programme', 1500, { series: 'Tides', season: 1, episode: index + 1 }),
);
const SMALL = [
  plannable('B1', 'bumper', 5),
  plannable('B2', 'bumper', 5),
  plannable('P1', 'promo', 20),
  plannable('P2', 'promo', 30),
  plannable('I1', 'station-id', 10),
  plannable('S1', 'commercial', 30, { advertiser: 'Anna' }),
  plannable('S2', 'commercial', 20, { advertiser: 'Bert' }),
  plannable('F1', 'filler', 60),
];

describe('the day planner', () => {
  it('meets a fixed start to the frame, and fills what no programme fits', () => {
    const plan = planOf({
      dayparts: [
        weekly('day', '06:00', '20:00', { selection: { type: 'least-recent', filter: { genres: ['film'] } } }),
        weekly('news', '20:00', '06:00', { start: 'fixed', selection: { type: 'series', series: 'tides' } }),
      ],
    });
    const { items } = planned({ plan, assets: [...MOVIES, ...EPISODES, ...SMALL], from: FROM, until: until(24) });
    expect(findUnsound(items)).toBeNull();
    const first = items.find(({ startMode }) => startMode === 'fixed');
    expect([at(first), first?.houseId]).toEqual(['20:00:00', 'E0']);
    const before = items[items.indexOf(first as StretchItem) - 1];
    expect(before?.explanation.relaxed).toBe('Cut at the next fixed start');
    expect(items.every(({ kind }) => kind !== 'slate')).toBe(true);
  });

  it('fills a short wait for a fixed start with what fits, and cuts the last of it', () => {
    const news = weekly('news', '07:00', '06:00', { start: 'fixed', selection: { type: 'series', series: 'tides' } });
    const plan = planOf({ dayparts: [weekly('film', '06:00', '07:00', { selection: { type: 'title', houseId: 'M' } }), news] });
    const assets = [plannable('M', 'programme', 3425), ...EPISODES, ...SMALL];
    const { items } = planned({ plan, assets, from: FROM, until: until(1) });
    expect(items.map(({ houseId, durationFrames }) => [houseId, durationFrames / 25])).toEqual([
      ['M', 3425],
      ['F1', 60],
      ['P1', 20],
      ['P2', 30],
      ['F1', 60],
      ['P1', 5],
    ]);
  });

  it('breaks a programme at its marks and goes on at the very next frame', () => {
    const movie = plannable('M', 'programme', 3600, { inFrame: frames(100), breakFrames: [frames(30_001), frames(60_002)] });
    const pattern = { id: 'film', name: 'Film', between: false, inside: { type: 'markers' }, lengthSeconds: 120 };
    const plan = planOf({
      breakPatterns: [pattern],
      dayparts: [weekly('a', '06:00', '06:00', { breaks: 'film', selection: { type: 'least-recent' } })],
    });
    const { items } = planned({ plan, assets: [movie, ...SMALL], from: FROM, until: until(1) });
    const parts = items.filter(({ houseId }) => houseId === 'M').slice(0, 3);
    expect(parts.map(({ inFrame, durationFrames }) => [inFrame, durationFrames])).toEqual([
      [100, 30_001],
      [30_101, 30_001],
      [60_102, 29_998],
    ]);
    expect(new Set(parts.map(({ origin }) => origin.airingId)).size).toBe(1);
    const pod = items.slice(1, items.indexOf(parts[1] as StretchItem));
    expect(pod.map(({ kind }) => kind)).toEqual(['bumper', 'commercial', 'commercial', 'promo', 'promo', 'station-id', 'bumper']);
    expect(new Set(pod.map(({ origin }) => origin.breakId)).size).toBe(1);
  });

  it('airs a series in order, remembers where it was, and wraps', () => {
    const plan = planOf({ dayparts: [weekly('s', '06:00', '06:00', { selection: { type: 'series', series: 'Tides' } })] });
    const first = planned({ plan, assets: EPISODES, from: FROM, until: frames(FROM + 3 * 37_500) });
    const from = endFrame(first.items.at(-1) as StretchItem);
    const second = planned({
      plan,
      assets: EPISODES,
      from,
      until: frames(from + 4 * 37_500),
      series: first.seriesPlays,
      before: kept(first.items),
    });
    expect([...first.items, ...second.items].map(({ houseId }) => houseId)).toEqual(['E0', 'E1', 'E2', 'E3', 'E4', 'E0', 'E1']);
  });

  it('says who was refused, why, and which rule was relaxed', () => {
    const gone = plannable('A', 'programme', 600, { rightsUntil: frames(FROM + 10) });
    const plan = planOf({});
    const { items } = planned({ plan, assets: [gone, plannable('B', 'programme', 600)], from: FROM, until: until(1) });
    expect(items[0]?.explanation).toEqual({
      rule: 'Always: least recent of all programmes',
      seed: null,
      candidateCount: 2,
      refused: [{ assetId: 'id-A', title: 'Title A', reason: 'Its rights will have ended' }],
      relaxed: null,
    });
    expect(items[1]?.explanation.relaxed).toBe('Repeated within its cooldown: nothing else was left');
  });

  it('draws by lot from a seed, and another seed draws otherwise', () => {
    const draw = (seed: string) => {
      const plan = planOf({ seed, dayparts: [weekly('r', '06:00', '06:00', { selection: { type: 'random', cooldownMinutes: 0 } })] });
      return planned({ plan, assets: MOVIES, from: FROM, until: until(12) }).items.map(({ houseId }) => houseId);
    };
    expect(draw('one')).toEqual(draw('one'));
    expect(draw('one')).not.toEqual(draw('two'));
  });

  it('plays a block once, and lets a special come in over it', () => {
    const block = {
      type: 'block',
      parts: [
        { type: 'title', houseId: 'M1' },
        { type: 'series', series: 'Tides' },
      ],
    };
    const special = {
      id: 'x',
      name: 'x',
      priority: 10,
      when: { type: 'dates', dates: ['2026-03-02'] },
      from: '09:00',
      to: '10:00',
      start: 'fixed',
    };
    const plan = planOf({
      dayparts: [weekly('b', '06:00', '06:00', { selection: block }), { ...special, selection: { type: 'title', houseId: 'M2' } }],
    });
    const { items } = planned({ plan, assets: [...MOVIES, ...EPISODES], from: FROM, until: until(4) });
    expect(items.slice(0, 2).map(({ houseId }) => houseId)).toEqual(['M1', 'E0']);
    expect(items.filter(({ startFrame }) => startFrame === FROM + 3 * HOUR)).toMatchObject([{ houseId: 'M2', startMode: 'fixed' }]);
  });

  it('puts a station ID at the first seam of each hour', () => {
    const { items } = planned({ plan: planOf({ hourlyId: true }), assets: [...EPISODES, ...SMALL], from: FROM, until: until(6) });
    const ids = items.filter(({ kind }) => kind === 'station-id').map(({ startFrame }) => Math.floor((startFrame - FROM) / HOUR));
    expect(ids).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
