import fc from 'fast-check';
import { type Campaign, campaignSchema } from '../../../shared/contract/traffic.ts';
import { type Frames, firstFrameFrom, frames, milliseconds } from '../../../shared/time/index.ts';
import { endFrame, NO_ORIGIN, type PlaylogItem } from '../playlog/index.ts';
import type { PlannableAsset } from './plannable-asset.ts';
import { plannable, planOf, TEST_RATE } from './planning.fixture.ts';

/** A Monday, 06:00 UTC, from which what is made up here is planned. */
export const FROM = firstFrameFrom(milliseconds(Date.parse('2026-03-02T06:00:00Z')), TEST_RATE);
const HOUR = 90_000;
/** So many hours later. */
export const until = (hours: number): Frames => frames(FROM + hours * HOUR);
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const anyAsset = fc.record({
  kind: fc.constantFrom('programme', 'programme', 'programme', 'commercial', 'promo', 'bumper', 'station-id', 'filler', 'psa'),
  seconds: fc.integer({ min: 5, max: 7200 }),
  genre: fc.constantFrom('film', 'news', 'music'),
  series: fc.constantFrom(null, null, 'Tides', 'Harbour'),
  rating: fc.constantFrom(null, '12', '18'),
  rights: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
  marks: fc.array(fc.integer({ min: 1, max: 180_000 }), { maxLength: 3 }),
});
type AnyAsset = typeof anyAsset extends fc.Arbitrary<infer T> ? T : never;

function assetOf({ kind, seconds, genre, series, rating, rights, marks }: AnyAsset, index: number, prefix: string): PlannableAsset {
  const length = kind === 'programme' ? seconds : Math.min(seconds, 90);
  const rightsUntil = rights === null ? null : until(rights);
  const breakFrames = [...new Set(marks)].sort((a, b) => a - b).map(frames);
  const rest = { genres: [genre], series, rating, rightsUntil, breakFrames, episode: index, advertiser: index % 2 ? 'Anna' : null };
  return plannable(`${prefix}${String(index).padStart(3, '0')}`, kind as PlannableAsset['kind'], length, rest);
}

/** A library of anything, also of nothing. */
export const anyLibrary = fc.array(anyAsset, { maxLength: 25 }).map((list) => list.map((asset, index) => assetOf(asset, index, 'H')));
/** The live inputs of the station; plans name another one, too. */
export const INPUTS = [{ id: 'studio', name: 'Studio' }];
const anySelection = fc.constantFrom(
  { type: 'least-recent' },
  { type: 'least-recent', filter: { genres: ['film'] }, cooldownMinutes: 600 },
  { type: 'random', filter: { genres: ['news', 'music'] } },
  { type: 'series', series: 'Tides', memory: 'daypart' },
  { type: 'series', series: 'Harbour', episodes: 2 },
  { type: 'marathon', series: 'Tides' },
  { type: 'title', houseId: 'H003' },
  { type: 'block', parts: [{ type: 'title', houseId: 'H001' }, { type: 'least-recent' }] },
  { type: 'live', inputId: 'studio' },
  { type: 'live', inputId: 'gone' },
);
const anyTime = fc
  .integer({ min: 0, max: 95 })
  .map((quarter) => `${String(quarter >> 2).padStart(2, '0')}:${String((quarter & 3) * 15).padStart(2, '0')}`);
const anyDaypart = fc.record({
  priority: fc.nat({ max: 3 }),
  from: anyTime,
  to: anyTime,
  start: fc.constantFrom('fixed', 'follow'),
  overrun: fc.constantFrom('fit', 'trim'),
  breaks: fc.constantFrom('often', 'often', 'marks', null),
  selection: anySelection,
});
/** A plan of any dayparts, with breaks and a watershed for the rating 18. */
export const anyPlan = fc
  .record({
    dayparts: fc.array(anyDaypart, { minLength: 1, maxLength: 5 }),
    hourlyId: fc.boolean(),
    zone: fc.constantFrom('UTC', 'Europe/Lisbon', 'Asia/Kathmandu'),
  })
  .map(({ dayparts, ...rest }) =>
    planOf({
      ...rest,
      dayparts: dayparts.map((daypart, index) => ({
        ...daypart,
        id: `d${index}`,
        name: `d${index}`,
        when: { type: 'weekly', days: DAYS },
      })),
      breakPatterns: [
        { id: 'often', name: 'often', inside: { type: 'every', minutes: 12 }, lengthSeconds: 90 },
        { id: 'marks', name: 'marks', inside: { type: 'markers' }, between: false },
      ],
      watershed: [{ ratings: ['18'], from: '22:00', to: '05:00' }],
    }),
  );

function personal(startFrame: number, seconds: number): PlaylogItem {
  const explanation = { rule: 'Placed by jo', seed: null, candidateCount: 1, refused: [], relaxed: null };
  const place = { startFrame: frames(startFrame), durationFrames: frames(seconds * 25), inFrame: frames(0), startMode: 'fixed' as const };
  const what = { kind: 'programme' as const, title: 'Placed', houseId: 'X', assetId: 'id-X', inputId: null, status: 'planned' as const };
  return { id: `placed-${startFrame}`, ...what, ...place, explanation, origin: { ...NO_ORIGIN, placedBy: 'jo' } };
}
/** What people placed, in order. */
export const anyPlaced = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 1, max: 3000 })), { maxLength: 4 })
  .map((list) => {
    let start: number = FROM;
    return list.map(([gap, seconds]) => {
      const item = personal(start + gap, seconds);
      start = endFrame(item);
      return item;
    });
  });

const anyCampaign = fc.record({
  /** Its spots, by their place among all, and perhaps something that is none. */
  spots: fc.uniqueArray(fc.nat({ max: 7 }), { minLength: 1, maxLength: 4 }),
  other: fc.option(fc.nat({ max: 24 }), { nil: null, freq: 8 }),
  advertiser: fc.constantFrom('Anna', 'Bert', 'Carla'),
  category: fc.constantFrom(null, 'food', 'cars'),
  playsPerDay: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
  playsInAll: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
  priority: fc.constantFrom(10, 50),
  spacingMinutes: fc.constantFrom(0, 0, 20, 60),
  separationMinutes: fc.constantFrom(0, 0, 15, 45),
  position: fc.constantFrom('any', 'first', 'last'),
  dayparts: fc.constantFrom([], [], ['d0'], ['d1', 'd2']),
  flight: fc.constantFrom(['2026-03-01', '2026-03-31'], ['2026-03-03', '2026-03-03'], ['2026-03-01', '2026-03-02']),
});

const FILM = plannable('FILM', 'programme', 3000);

/** A library with a film and spots in it, and campaigns, each with spots of its own. */
export const anyTraffic = fc
  .record({
    library: anyLibrary,
    spots: fc.array(anyAsset, { minLength: 2, maxLength: 8 }),
    campaigns: fc.array(anyCampaign, { minLength: 1, maxLength: 4 }),
  })
  .map(({ library, spots, campaigns }) => ({
    assets: [FILM, ...library, ...spots.map((spot, index) => assetOf({ ...spot, kind: 'commercial' }, index, 'S'))],
    campaigns: campaignsOf(campaigns),
  }));

function campaignsOf(list: readonly (typeof anyCampaign extends fc.Arbitrary<infer T> ? T : never)[]): readonly Campaign[] {
  const taken = new Set<string>();
  return list.flatMap(({ flight: [from, to], spots, other, ...rest }, index) => {
    const named = [...spots.map((place) => `id-S00${place}`), ...(other === null ? [] : [`id-H${String(other).padStart(3, '0')}`])];
    const assetIds = named.filter((id) => !taken.has(id));
    for (const id of assetIds) taken.add(id);
    return assetIds.length === 0 ? [] : [campaignSchema.parse({ id: `c${index}`, name: `c${index}`, from, to, assetIds, ...rest })];
  });
}
