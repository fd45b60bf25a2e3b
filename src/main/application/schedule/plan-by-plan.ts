import { type Frames, frames } from '../../../shared/time/index.ts';
import { endFrame, type PlaylogItem } from '../../domain/playlog/index.ts';
import {
  changeOf,
  defaultPlan,
  type PlannedStretch,
  type PlanRules,
  replanFrom,
  type StretchChange,
  type StretchItem,
} from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import type { IdGenerator } from '../ports/ids.ts';
import type { Pauses } from '../ports/pauses.ts';
import type { StoredPlan } from '../ports/plan-repository.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import { takingTurns } from '../taking-turns.ts';
import { framesLater, type Outlook, type PlanningDesk } from './planning-desk.ts';

/** How often the playlog may change under the planner's hands before it waits for the next occasion. */
const TRIES = 5;

/** What planning by a plan needs. */
export interface PlanByPlanDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly desk: PlanningDesk;
  readonly ids: IdGenerator;
  readonly pauses: Pauses;
  readonly channel: Channel;
  readonly rules: PlanRules;
}

/** What one run changed. */
export interface PlanRun {
  readonly revision: number;
  readonly replaceFrom: Frames;
  /** Items that were planned; what people placed among them is not counted. */
  readonly added: number;
}

/** What is asked of a run beyond keeping the playlog up to date. */
export interface PlanWish {
  /** Plans anew from the end of the lock window on, whether or not anything is new. */
  readonly isAnew: boolean;
  /** The frame up to which to plan at least. */
  readonly reach: Frames;
}

/**
 * Carries out the plan that is in force, or the default one where nobody gave the station any: draws the stretch up beside the playlog, and
 * writes it only if the playlog is still the one it was drawn for.
 */
export class PlanByPlan {
  readonly #to: PlanByPlanDependencies;
  #lastLibrary: string | null = null;
  /** What the default plan, of which the database has no row, was carried out with. */
  #defaultStamp: string | null = null;

  constructor(dependencies: PlanByPlanDependencies) {
    this.#to = dependencies;
  }

  /** null: nothing had to change. @throws when the playlog changes faster than it can be planned */
  readonly run = async (wish: PlanWish): Promise<PlanRun | null> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const result = await this.#try(wish);
      if (result !== 'overtaken') return result;
    }
    throw new Error('The playlog changes faster than it can be planned');
  };

  async #try(wish: PlanWish): Promise<PlanRun | null | 'overtaken'> {
    const { unitOfWork, desk, rules, channel, pauses } = this.#to;
    const stored = await this.#inForce();
    const outlook = await desk.look(stored.plan);
    await pauses.take();
    const marks = { stamp: `${stored.revision} ${outlook.campaignStamp}${outlook.inputStamp}`, library: outlook.libraryStamp };
    const from = replanFrom({ ...outlook, plan: stored.plan, rate: channel.rate, rules, ...this.#changes(stored, marks, wish) });
    const ahead = framesLater(outlook.now, rules.ahead, channel);
    const until = frames(Math.max(ahead, wish.reach, endOfPlaced(outlook)));
    if (from > until) return this.#unchanged(stored, marks);
    await pauses.take();
    const atMost = rules.atMost * Math.ceil((until - outlook.now) / (ahead - outlook.now));
    const stretch = await desk.draw(stored.plan, outlook, from, framesLater(until, rules.chunk, channel), atMost);
    await pauses.take();
    const change = changeOf(outlook.items, from, stretch);
    if (change === null) return this.#unchanged(stored, marks);
    const added = await takingTurns(named(change.added, this.#to.ids), pauses);
    const revision = await unitOfWork.run(async (repositories) => {
      if (await this.#isOvertaken(repositories, stored, outlook)) return null;
      await repositories.plan.setPlannedStamp(marks.stamp);
      return this.#write(repositories, { ...change, added }, stretch);
    });
    if (revision === null) return 'overtaken';
    this.#remember(marks);
    return { revision, replaceFrom: change.replaceFrom, added: change.added.filter((item) => !('id' in item)).length };
  }

  #inForce(): Promise<StoredPlan> {
    return this.#to.unitOfWork.run(async ({ plan }) => {
      return (await plan.get()) ?? { revision: 0, plan: defaultPlan(this.#to.channel.zone), plannedStamp: this.#defaultStamp };
    });
  }

  #changes({ revision, plannedStamp }: StoredPlan, { stamp, library }: Marks, { isAnew }: PlanWish) {
    // After a start nobody knows what the default plan was carried out with: it stands.
    const isPlanNew = stamp !== plannedStamp && (revision > 0 || plannedStamp !== null);
    return { isPlanNew: isPlanNew || isAnew, isLibraryNew: library !== this.#lastLibrary };
  }

  async #unchanged({ plannedStamp }: StoredPlan, marks: Marks): Promise<null> {
    if (marks.stamp !== plannedStamp) await this.#to.unitOfWork.run(({ plan }) => plan.setPlannedStamp(marks.stamp));
    this.#remember(marks);
    return null;
  }

  #remember({ stamp, library }: Marks): void {
    this.#lastLibrary = library;
    this.#defaultStamp = stamp;
  }

  async #isOvertaken({ plan, playlog, campaigns }: Repositories, stored: StoredPlan, outlook: Outlook): Promise<boolean> {
    const current = await plan.get();
    if ((current?.revision ?? 0) !== stored.revision || (await campaigns.stamp()) !== outlook.campaignStamp) return true;
    return (await playlog.revision()) !== outlook.playlogRevision;
  }

  async #write({ playlog, plan }: Repositories, change: NamedChange, stretch: PlannedStretch): Promise<number> {
    if (change.resized !== null) await playlog.setDuration(change.resized.id, change.resized.durationFrames);
    await playlog.replaceFrom(change.replaceFrom, change.added);
    await plan.replaceSeriesPlays(
      change.replaceFrom,
      stretch.seriesPlays.filter(({ startFrame }) => startFrame >= change.replaceFrom),
    );
    return playlog.nextRevision();
  }
}

/** Where the last item ends that a person placed: a run that ended before it would lose it. */
function endOfPlaced({ items, now }: Outlook): Frames {
  const last = items.findLast(({ origin }) => origin.placedBy !== null);
  return last === undefined ? now : endFrame(last);
}

/** A change as the playlog is to keep it. */
type NamedChange = StretchChange & { readonly added: readonly PlaylogItem[] };

function* named(items: readonly StretchItem[], ids: IdGenerator): Generator<undefined, readonly PlaylogItem[]> {
  const kept: PlaylogItem[] = [];
  for (const item of items) {
    kept.push('id' in item ? item : { ...item, id: ids.next(), status: 'planned' });
    yield;
  }
  return kept;
}

/** What a run went by, to know the next time whether anything is new. */
interface Marks {
  /** The plan and the campaigns. */
  readonly stamp: string;
  readonly library: string;
}
