import { frameOnAirAt, type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { PlaylogItem } from '../../domain/playlog/index.ts';
import {
  changeOf,
  DEFAULT_PLAN,
  type PlannedStretch,
  type PlanRules,
  replanFrom,
  type StretchChange,
} from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/ids.ts';
import type { StoredPlan } from '../ports/plan-repository.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import { framesLater, type Outlook, type PlanningDesk } from './planning-desk.ts';

/** How far ahead a plan is carried out: two days at any moment, and the minutes between two looks. */
const AHEAD_MS = milliseconds(48 * 3_600_000 + 5 * 60_000);

/** How often the playlog may change under the planner's hands before it waits for the next occasion. */
const TRIES = 5;

/** What planning by a plan needs. */
export interface PlanByPlanDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly desk: PlanningDesk;
  readonly ids: IdGenerator;
  readonly clock: Clock;
  readonly channel: Channel;
  readonly rules: PlanRules;
}

/** What one run came to. */
export type PlanRun =
  /** Nobody gave the station a plan. */
  | { readonly type: 'no-plan' }
  | { readonly type: 'unchanged' }
  | { readonly type: 'planned'; readonly revision: number; readonly replaceFrom: number; readonly added: number };

/** Carries out the plan that is in force: draws the stretch up beside the playlog, and writes it only if the playlog is still the one it was drawn for. */
export class PlanByPlan {
  readonly #to: PlanByPlanDependencies;
  #lastLibrary: string | null = null;

  constructor(dependencies: PlanByPlanDependencies) {
    this.#to = dependencies;
  }

  /** How far ahead the playlog has to reach; null when there is no plan. */
  readonly ahead = async (): Promise<Milliseconds | null> => {
    const stored = await this.#to.unitOfWork.run(({ plan }) => plan.get());
    return stored === null ? null : AHEAD_MS;
  };

  /** @throws when the playlog changes faster than it can be planned */
  readonly run = async (): Promise<PlanRun> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const result = await this.#try();
      if (result !== 'overtaken') return result;
    }
    throw new Error('The playlog changes faster than it can be planned');
  };

  async #try(): Promise<PlanRun | 'overtaken'> {
    const { unitOfWork, desk, rules, channel } = this.#to;
    const stored = await this.#inForce();
    if (stored === null) return { type: 'no-plan' };
    const outlook = await desk.look(stored.plan);
    const stamp = `${stored.revision} ${outlook.campaignStamp}`;
    const library = `${outlook.assets.length} ${outlook.assets.at(-1)?.houseId}`;
    const changes = { isPlanNew: stored.revision > 0 && stamp !== stored.plannedStamp, isLibraryNew: library !== this.#lastLibrary };
    const from = replanFrom({ ...outlook, rate: channel.rate, rules, ...changes });
    const until = framesLater(outlook.now, AHEAD_MS, channel);
    if (from > until) return this.#stamped(stored, stamp, library);
    const stretch = await desk.draw(stored.plan, outlook, from, framesLater(until, rules.chunk, channel), rules.atMost);
    const change = changeOf(outlook.items, from, stretch);
    if (change === null) return this.#stamped(stored, stamp, library);
    const planned = await unitOfWork.run(async (repositories) => {
      if (await this.#isOvertaken(repositories, stored, outlook)) return null;
      const revision = await this.#write(repositories, change, stretch);
      await repositories.plan.setPlannedStamp(stamp);
      return revision;
    });
    if (planned === null) return 'overtaken';
    this.#lastLibrary = library;
    return { type: 'planned', revision: planned, replaceFrom: change.replaceFrom, added: change.added.length };
  }

  /** The station's plan; the default one where there is none but a person has placed items, that the plain rotation would not see. */
  async #inForce(): Promise<StoredPlan | null> {
    const { unitOfWork, clock, channel } = this.#to;
    const now = frameOnAirAt(clock.now(), channel.rate);
    return unitOfWork.run(async ({ plan, playlog }) => {
      const stored = await plan.get();
      if (stored !== null || !(await playlog.hasPlaced(now))) return stored;
      return { revision: 0, plan: DEFAULT_PLAN, plannedStamp: null };
    });
  }

  async #stamped(stored: StoredPlan, stamp: string, library: string): Promise<PlanRun> {
    this.#lastLibrary = library;
    if (stamp !== stored.plannedStamp) await this.#to.unitOfWork.run(({ plan }) => plan.setPlannedStamp(stamp));
    return { type: 'unchanged' };
  }

  async #isOvertaken({ plan, playlog, campaigns }: Repositories, stored: StoredPlan, outlook: Outlook): Promise<boolean> {
    const current = await plan.get();
    if ((current?.revision ?? 0) !== stored.revision || (await campaigns.stamp()) !== outlook.campaignStamp) return true;
    return (await playlog.revision()) !== outlook.playlogRevision;
  }

  async #write({ playlog, plan }: Repositories, change: StretchChange, stretch: PlannedStretch): Promise<number> {
    const { ids } = this.#to;
    if (change.shortened !== null) await playlog.setDuration(change.shortened.id, change.shortened.durationFrames);
    const added = change.added.map((item): PlaylogItem => ('id' in item ? item : { ...item, id: ids.next(), status: 'planned' }));
    await playlog.replaceFrom(change.replaceFrom, added);
    await plan.replaceSeriesPlays(
      change.replaceFrom,
      stretch.seriesPlays.filter(({ startFrame }) => startFrame >= change.replaceFrom),
    );
    return playlog.nextRevision();
  }
}
