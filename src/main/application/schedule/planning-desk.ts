import type { Plan } from '../../../shared/contract/plan.ts';
import type { Campaign } from '../../../shared/contract/traffic.ts';
import { type Frames, frameDueAt, frameOnAirAt, frames, type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import { broadcastDayAt, dateAfter } from '../../../shared/time/station-calendar.ts';
import type { PlaylogItem } from '../../domain/playlog/index.ts';
import {
  type AssetFacts,
  PlanLibrary,
  type PlannableAsset,
  type PlannableInput,
  type PlannedStretch,
  type PlanRules,
  plannableAsset,
  planPools,
  planStretch,
  type SeriesPlay,
} from '../../domain/schedule/index.ts';
import { SpotPlacer, type SpotPlay } from '../../domain/traffic/index.ts';
import type { Channel } from '../channel.ts';
import type { LoggedEntry } from '../ports/as-run-repository.ts';
import type { MakeGoodDecision } from '../ports/campaign-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Pauses } from '../ports/pauses.ts';
import type { StationInputs } from '../ports/station-inputs.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { takingTurns } from '../taking-turns.ts';

/** Assets that are read at a time. */
const PAGE = 1000;
const DAY_MS = 86_400_000;

/** What planning needs. */
export interface PlanningDeskDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly pauses: Pauses;
  readonly channel: Channel;
  readonly rules: Pick<PlanRules, 'shortest'>;
  readonly inputs: StationInputs;
}

/** All that the planner looks at, as it was at one moment. */
export interface Outlook {
  readonly now: Frames;
  readonly playlogRevision: number;
  /** The items that end after `now`. */
  readonly items: readonly PlaylogItem[];
  readonly assets: readonly PlannableAsset[];
  /** Changes with every asset that comes, goes, or may air in another way. */
  readonly libraryStamp: string;
  /** The live inputs that are on. */
  readonly inputs: readonly PlannableInput[];
  /** Changes when an input that the plan names comes, goes, or gets another name; empty when it names none. */
  readonly inputStamp: string;
  readonly campaigns: readonly Campaign[];
  readonly campaignStamp: string;
  readonly decisions: readonly MakeGoodDecision[];
  /** How often each commercial aired before the recent ones. */
  readonly earlierSpots: ReadonlyMap<string, number>;
  readonly recentSpots: readonly LoggedEntry[];
}

/** Where plans are drawn up: gathers what the planner looks at and drives it, in small steps, so that nobody has to wait for it. */
export class PlanningDesk {
  readonly #to: PlanningDeskDependencies;

  constructor(dependencies: PlanningDeskDependencies) {
    this.#to = dependencies;
  }

  /** Looks at everything that counts for a plan. */
  readonly look = async (plan: Plan): Promise<Outlook> => {
    const { unitOfWork, clock, channel } = this.#to;
    const instant = clock.now();
    const now = frameOnAirAt(instant, channel.rate);
    const since = broadcastDayAt(plan, milliseconds(instant - DAY_MS)).startsAt;
    const { plays, ...gathered } = await unitOfWork.run(async ({ playlog, campaigns, asRun }) => ({
      playlogRevision: await playlog.revision(),
      items: await playlog.listFrom(now),
      plays: await playlog.latestPlays(now),
      campaigns: await campaigns.list(),
      campaignStamp: await campaigns.stamp(),
      decisions: await campaigns.listDecisions(),
      earlierSpots: await asRun.countSpots(since),
      recentSpots: await asRun.listSpots(since, instant),
    }));
    const inputs = this.#to.inputs.list().filter(({ enabled }) => enabled);
    return { now, ...gathered, inputs, inputStamp: inputStampOf(plan, inputs), ...(await this.#readLibrary(plays)) };
  };

  /** Plans from `from` until `until` by a plan. What people placed there stays. */
  readonly draw = async (plan: Plan, outlook: Outlook, from: Frames, until: Frames, atMost: number): Promise<PlannedStretch> => {
    const { channel, unitOfWork, pauses } = this.#to;
    const before = outlook.items.filter((item) => item.startFrame < from);
    const placed = outlook.items.filter((item) => item.startFrame >= from && item.origin.placedBy !== null);
    const series: readonly SeriesPlay[] = await unitOfWork.run((repositories) => repositories.plan.latestSeriesPlays(from));
    const library = await this.#libraryOf(plan, outlook.assets, before);
    const spots = this.#spotsOf(plan, outlook, before);
    const { inputs } = outlook;
    const request = { plan, from, until, rate: channel.rate, library, inputs, series, spots, before, placed, atMost };
    return takingTurns(planStretch(request), pauses);
  };

  async #readLibrary(plays: ReadonlyMap<string, Frames>): Promise<Pick<Outlook, 'assets' | 'libraryStamp'>> {
    const { unitOfWork, pauses, channel, rules } = this.#to;
    const assets: PlannableAsset[] = [];
    let stamp = 0;
    let after: string | null = null;
    for (;;) {
      const from: string | null = after;
      const page: readonly AssetFacts[] = await unitOfWork.run(({ schedulingLibrary }) => schedulingLibrary.readPage(from, PAGE));
      for (const facts of page) {
        const asset = plannableAsset(facts, channel.rate, plays.get(facts.id) ?? null);
        if (asset === null || facts.duration < rules.shortest) continue;
        assets.push(asset);
        stamp = stampedWith(stamp, asset);
      }
      after = page.at(-1)?.houseId ?? null;
      if (page.length < PAGE) return { assets, libraryStamp: `${assets.length} ${stamp}` };
      if (pauses.isDue()) await pauses.take();
    }
  }

  #libraryOf(plan: Plan, assets: readonly PlannableAsset[], before: readonly PlaylogItem[]): Promise<PlanLibrary> {
    return takingTurns(filledLibrary(new PlanLibrary(planPools(plan)), assets, before), this.#to.pauses);
  }

  #spotsOf(plan: Plan, outlook: Outlook, before: readonly PlaylogItem[]): SpotPlacer {
    const commercials = outlook.assets.filter(({ kind }) => kind === 'commercial');
    const inTurn = commercials.toSorted((a, b) => (a.lastPlayFrame ?? -1) - (b.lastPlayFrame ?? -1));
    const spots = new SpotPlacer(outlook.campaigns, inTurn, this.#extraPlays(plan, outlook.decisions), this.#to.channel.rate);
    for (const [assetId, count] of outlook.earlierSpots) spots.enterEarlier(assetId, count);
    for (const play of this.#plays(plan, outlook, before)) spots.enter(play);
    return spots;
  }

  /** What aired, and what is still to come before the stretch that is planned. */
  #plays(plan: Plan, { recentSpots }: Outlook, before: readonly PlaylogItem[]): readonly SpotPlay[] {
    const play = (assetId: string | null, at: Frames, instant: Milliseconds): readonly SpotPlay[] => {
      return assetId === null ? [] : [{ assetId, at, date: broadcastDayAt(plan, instant).date }];
    };
    const { rate } = this.#to.channel;
    const aired = recentSpots.filter(({ outcome }) => outcome === 'aired');
    const coming = before.filter(({ kind }) => kind === 'commercial');
    return [
      ...aired.flatMap(({ assetId, startFrame, startsAt }) => play(assetId, startFrame, startsAt)),
      ...coming.flatMap(({ assetId, startFrame }) => play(assetId, startFrame, frameDueAt(startFrame, rate))),
    ];
  }

  /** An accepted make-good is a play more on the broadcast day after it was accepted. */
  #extraPlays(plan: Plan, decisions: readonly MakeGoodDecision[]): ReadonlyMap<string, number> {
    const extra = new Map<string, number>();
    for (const { decision, campaignId, at } of decisions) {
      if (decision !== 'accepted') continue;
      const key = `${campaignId}@${dateAfter(broadcastDayAt(plan, at).date, 1)}`;
      extra.set(key, (extra.get(key) ?? 0) + 1);
    }
    return extra;
  }
}

/** Takes all assets in, and notes the plays that are still to come. */
function* filledLibrary(
  library: PlanLibrary,
  assets: readonly PlannableAsset[],
  coming: readonly PlaylogItem[],
): Generator<undefined, PlanLibrary> {
  for (const asset of assets) {
    library.add(asset);
    yield;
  }
  yield* library.complete();
  for (const { assetId, startFrame } of coming) {
    if (assetId !== null) library.notePlay(assetId, startFrame);
    yield;
  }
  return library;
}

/** What planning sees of the inputs that a plan names. */
function inputStampOf({ dayparts }: Plan, inputs: readonly PlannableInput[]): string {
  const named = new Set(dayparts.flatMap(({ selection }) => (selection.type === 'live' ? selection.inputId : [])));
  return [...named].map((id) => ` ${id}=${inputs.find((input) => input.id === id)?.name ?? ''}`).join('');
}

/** A running checksum (FNV-1a) of what planning sees of the library, plays left out: it says whether that has changed. */
function stampedWith(stamp: number, { id, durationFrames, inFrame, rating, rightsFrom, rightsUntil, breakFrames }: PlannableAsset): number {
  let hash = stamp ^ 0x811c9dc5;
  const text = `${id} ${durationFrames} ${inFrame} ${rating} ${rightsFrom} ${rightsUntil} ${breakFrames}`;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The first frame that lies at least so long after another one. */
export function framesLater(from: Frames, length: Milliseconds, { rate }: Channel): Frames {
  return frames(from + Math.ceil((length * rate.num) / (rate.den * 1000)));
}
