import type { Plan } from '../../../shared/contract/plan.ts';
import { type Campaign, campaignSchema } from '../../../shared/contract/traffic.ts';
import { type Frames, firstFrameFrom, frameDueAt, frames } from '../../../shared/time/index.ts';
import { broadcastDay, broadcastDayAt, dateAfter, instantInDay } from '../../../shared/time/station-calendar.ts';
import { endFrame, type PlaylogItem } from '../playlog/index.ts';
import type { SpotPlay } from '../traffic/index.ts';
import type { PlannableAsset } from './plannable-asset.ts';
import { endOf, kept, plannable, planned, planOf, TEST_RATE } from './planning.fixture.ts';
import type { SeriesPlay } from './series-memory.ts';

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];
const WEEKEND = ['sat', 'sun'];
const DAYS = [...WORKDAYS, ...WEEKEND];
const FIRST = '2028-01-01';
/** A leap year. */
const DAY_COUNT = 366;

/** What a simulated year came to. */
export interface SimulatedYear {
  readonly items: number;
  readonly days: number;
  /** What went wrong, in words; empty when all was well. */
  readonly faults: readonly string[];
  /** How often each campaign aired, and what it was to air in all. */
  readonly quotas: readonly { readonly id: string; readonly aired: number; readonly wanted: number | null }[];
}

function yearPlan(zone: string): Plan {
  const weekly = (id: string, days: readonly string[], from: string, to: string, rest: object) => ({
    ...{ id, name: id, when: { type: 'weekly', days }, from, to, breaks: 'inside' },
    ...rest,
  });
  return planOf({
    zone,
    hourlyId: true,
    breakPatterns: [{ id: 'inside', name: 'inside', inside: { type: 'every', minutes: 20 }, lengthSeconds: 120 }],
    watershed: [{ ratings: ['18'], from: '22:00', to: '05:00' }],
    dayparts: [
      weekly('morning', DAYS, '06:00', '12:00', { selection: { type: 'least-recent', filter: { genres: ['film'] } } }),
      weekly('noon', DAYS, '12:00', '14:00', { start: 'fixed', selection: { type: 'series', series: 'Tides' } }),
      weekly('afternoon', DAYS, '14:00', '20:00', { selection: { type: 'random', cooldownMinutes: 600 } }),
      weekly('evening', WORKDAYS, '20:00', '23:00', { start: 'fixed', overrun: 'trim', selection: { type: 'least-recent' } }),
      weekly('marathon', WEEKEND, '20:00', '02:00', { start: 'fixed', selection: { type: 'marathon', series: 'Harbour' } }),
      weekly('night', DAYS, '02:00', '06:00', { selection: { type: 'least-recent' } }),
      {
        ...weekly('special', [], '18:00', '20:00', {}),
        priority: 5,
        start: 'fixed',
        when: { type: 'dates', dates: ['2028-02-29', '2028-12-24'] },
        selection: { type: 'title', houseId: 'FILM07' },
      },
    ],
  });
}

function yearAssets(start: Frames): readonly PlannableAsset[] {
  const day = 25 * 86_400;
  const number = (index: number) => String(index).padStart(2, '0');
  const films = Array.from({ length: 40 }, (_, index) => {
    const rightsFrom = index % 5 === 4 ? frames(start + index * 6 * day) : null;
    const rightsUntil = index % 5 === 3 ? frames(start + index * 8 * day) : null;
    const rating = index % 9 === 8 ? '18' : null;
    return plannable(`FILM${number(index)}`, 'programme', 4200 + index * 97, { genres: ['film'], rating, rightsFrom, rightsUntil });
  });
  const series = ['Tides', 'Harbour'].flatMap((name) =>
    Array.from({ length: 13 }, (_, index) =>
      plannable(`${name}${number(index)}`, 'programme', 1500 + index, { series: name, season: 1, episode: index }),
    ),
  );
  const small = Array.from({ length: 6 }, (_, index) => [
    plannable(`BUMP${index}`, 'bumper', 5),
    plannable(`PROMO${index}`, 'promo', 15 + index * 5),
    plannable(`IDENT${index}`, 'station-id', 8),
    plannable(`FILL${index}`, 'filler', 60 + index * 30),
  ]).flat();
  const spots = Array.from({ length: 12 }, (_, index) => plannable(`SPOT${number(index)}`, 'commercial', 20));
  return [...films, ...series, ...small, ...spots];
}

function yearCampaigns(): readonly Campaign[] {
  const spots = (from: number) => [0, 1, 2].map((index) => `id-SPOT${String(from + index).padStart(2, '0')}`);
  return [
    { id: 'all-year', playsPerDay: 12, spacingMinutes: 30, assetIds: spots(0) },
    { id: 'spring', from: '2028-03-01', to: '2028-05-31', playsInAll: 500, priority: 90, assetIds: spots(3) },
    { id: 'evenings', dayparts: ['evening'], playsPerDay: 4, position: 'first', assetIds: spots(6) },
    { id: 'december', from: '2028-12-01', playsPerDay: 30, separationMinutes: 15, assetIds: spots(9) },
  ].map((campaign) => campaignSchema.parse({ name: campaign.id, advertiser: campaign.id, from: FIRST, to: '2028-12-31', ...campaign }));
}

/** Plans a leap year day by day, as a station that is restarted every day would, and looks for faults in every day of it. */
export function simulateYear(zone: string): SimulatedYear {
  const plan = yearPlan(zone);
  const from = firstFrameFrom(broadcastDay(plan, FIRST).startsAt, TEST_RATE);
  const year = new YearBook(plan, yearAssets(from));
  let at = from;
  let before: readonly PlaylogItem[] = [];
  for (let day = 0; day < DAY_COUNT; day += 1) {
    const date = dateAfter(FIRST, day);
    const until = firstFrameFrom(broadcastDay(plan, date).endsAt, TEST_RATE);
    const campaigns = yearCampaigns();
    const { assets, plays } = year;
    const stretch = planned({ plan, assets: assets(), from: at, until, campaigns, series: year.series(), before, plays });
    const items = kept(stretch.items);
    year.enter(date, at, items, stretch.seriesPlays);
    before = [...before, ...items].filter((item) => endFrame(item) > at);
    at = endOf(items);
  }
  const quotas = yearCampaigns().map(({ id, playsInAll }) => ({ id, aired: year.airedOf(id), wanted: playsInAll }));
  return { items: year.itemCount, days: year.dates.size, faults: year.faults, quotas };
}

/** What is known of the year so far, and what was wrong in it. */
class YearBook {
  readonly #plan: Plan;
  readonly #assets: readonly PlannableAsset[];
  readonly #lastPlays = new Map<string, Frames>();
  readonly #series = new Map<string, SeriesPlay>();
  readonly #aired = new Map<string, number>();
  readonly #byId: ReadonlyMap<string, PlannableAsset>;
  readonly plays: SpotPlay[] = [];
  readonly faults: string[] = [];
  readonly dates = new Set<string>();
  itemCount = 0;

  constructor(plan: Plan, assets: readonly PlannableAsset[]) {
    this.#plan = plan;
    this.#assets = assets;
    this.#byId = new Map(assets.map((asset) => [asset.id, asset]));
  }

  readonly assets = (): readonly PlannableAsset[] => {
    return this.#assets.map((asset) => ({ ...asset, lastPlayFrame: this.#lastPlays.get(asset.id) ?? null }));
  };

  readonly series = (): readonly SeriesPlay[] => [...this.#series.values()];

  readonly airedOf = (campaign: string): number => this.#aired.get(campaign) ?? 0;

  enter(date: string, from: Frames, items: readonly PlaylogItem[], seriesPlays: readonly SeriesPlay[]): void {
    this.dates.add(date);
    this.itemCount += items.length;
    this.#checkPlaces(date, from, items);
    this.#checkSeries(seriesPlays);
    for (const item of items) this.#enterItem(item);
  }

  #checkPlaces(date: string, from: Frames, items: readonly PlaylogItem[]): void {
    let at: number = from;
    for (const item of items) {
      if (item.startFrame !== at || item.durationFrames < 1) this.faults.push(`${date}: a gap or an overlap at ${at}`);
      at = endFrame(item);
    }
    const noon = firstFrameFrom(instantInDay(this.#plan, date, '12:00'), TEST_RATE);
    const fixed = items.filter(({ startFrame }) => startFrame === noon);
    if (fixed.length !== 1 || fixed[0]?.startMode !== 'fixed') this.faults.push(`${date}: noon does not start at noon`);
  }

  #checkSeries(plays: readonly SeriesPlay[]): void {
    for (const play of plays) {
      const last = this.#series.get(play.memory);
      const due = last === undefined ? 0 : ((last.episode ?? 0) + 1) % 13;
      if (play.episode !== due) this.faults.push(`${play.memory}: episode ${play.episode} where ${due} was due`);
      this.#series.set(play.memory, play);
    }
  }

  #enterItem(item: PlaylogItem): void {
    const asset = this.#byId.get(item.assetId ?? '');
    if (asset === undefined) {
      this.faults.push(`Slate at ${item.startFrame}`);
      return;
    }
    this.#lastPlays.set(asset.id, item.startFrame);
    const { rightsFrom, rightsUntil } = asset;
    const isOutside = (rightsFrom !== null && item.startFrame < rightsFrom) || (rightsUntil !== null && endFrame(item) > rightsUntil);
    if (isOutside) this.faults.push(`${asset.id} airs outside its rights at ${item.startFrame}`);
    if (asset.kind !== 'commercial') return;
    const { date } = broadcastDayAt(this.#plan, frameDueAt(item.startFrame, TEST_RATE));
    this.plays.push({ assetId: asset.id, at: item.startFrame, date });
    const { campaignId } = item.origin;
    if (campaignId !== null) this.#aired.set(campaignId, this.airedOf(campaignId) + 1);
  }
}
