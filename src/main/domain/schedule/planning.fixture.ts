import type { AssetKind } from '../../../shared/contract/asset-kind.ts';
import { type Plan, planSchema } from '../../../shared/contract/plan.ts';
import type { Campaign } from '../../../shared/contract/traffic.ts';
import { type Frames, frames, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { endFrame, type PlaylogItem } from '../playlog/index.ts';
import { SpotPlacer } from '../traffic/index.ts';
import { PlanLibrary } from './plan-library.ts';
import { planPools } from './plan-pools.ts';
import { type PlannedStretch, planStretch } from './plan-stretch.ts';
import type { PlannableAsset } from './plannable-asset.ts';
import type { SeriesPlay } from './series-memory.ts';
import type { PlannableInput, StretchItem } from './stretch-writer.ts';

/** The rate of the channels that tests plan for. */
export const TEST_RATE = parseFrameRate('25/1');

/** An asset that may be planned, by its house ID, kind and length. For tests. */
export function plannable(houseId: string, kind: AssetKind, seconds: number, changes: Partial<PlannableAsset> = {}): PlannableAsset {
  return {
    id: `id-${houseId}`,
    kind,
    title: `Title ${houseId}`,
    houseId,
    durationMs: milliseconds(seconds * 1000),
    durationFrames: frames(seconds * 25),
    lastPlayFrame: null,
    inFrame: frames(0),
    series: null,
    season: null,
    episode: null,
    genres: [],
    tags: [],
    rating: null,
    rightsFrom: null,
    rightsUntil: null,
    advertiser: null,
    category: null,
    breakFrames: [],
    ...changes,
  };
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A daypart of every day of the week, for `planOf`; `rest` is whatever else it says. For tests. */
export function weekly(id: string, from: string, to: string, rest: object): object {
  return { id, name: id, when: { type: 'weekly', days: DAYS }, from, to, ...rest };
}

/** A plan for tests: whatever it does not say is the schema's own default. */
export function planOf(plan: Record<string, unknown>): Plan {
  const dayparts = [weekly('always', '06:00', '06:00', { name: 'Always', selection: { type: 'least-recent' } })];
  return planSchema.parse({ zone: 'UTC', dayparts, ...plan });
}

/** What a test stretch is planned from. */
export interface TestStretch {
  readonly plan: Plan;
  readonly assets: readonly PlannableAsset[];
  readonly from: Frames;
  readonly until: Frames;
  readonly campaigns?: readonly Campaign[];
  readonly series?: readonly SeriesPlay[];
  readonly before?: readonly PlaylogItem[];
  readonly placed?: readonly PlaylogItem[];
  readonly inputs?: readonly PlannableInput[];
  /** Accepted make-goods, by `campaign@date`. */
  readonly extraPlays?: ReadonlyMap<string, number>;
  /** Commercials that were played before, in the order of time. */
  readonly plays?: readonly { readonly assetId: string; readonly at: Frames; readonly date: string }[];
}

/** Plans a stretch in one go. */
export function planned(stretch: TestStretch): PlannedStretch {
  const sorted = stretch.assets.toSorted((a, b) => (a.houseId < b.houseId ? -1 : 1));
  const library = new PlanLibrary(planPools(stretch.plan));
  for (const asset of sorted) library.add(asset);
  for (const _ of library.complete());
  const commercials = sorted.filter(({ kind }) => kind === 'commercial');
  const spots = new SpotPlacer(stretch.campaigns ?? [], commercials, stretch.extraPlays ?? new Map(), TEST_RATE);
  for (const play of stretch.plays ?? []) spots.enter(play);
  const { plan, from, until, series = [], before = [], placed = [], inputs = [] } = stretch;
  const run = planStretch({ plan, from, until, rate: TEST_RATE, library, inputs, spots, series, before, placed, atMost: 1_000_000 });
  for (let step = run.next(); ; step = run.next()) if (step.done) return step.value;
}

/** Planned items as the playlog keeps them. */
export function kept(items: readonly StretchItem[]): readonly PlaylogItem[] {
  return items.map((item) => ('id' in item ? item : { ...item, id: `item-${item.startFrame}`, status: 'planned' }));
}

/** Where a run of items ends. */
export function endOf(items: readonly StretchItem[]): Frames {
  const last = items.at(-1);
  if (last === undefined) throw new Error('There are no items');
  return endFrame(last);
}
