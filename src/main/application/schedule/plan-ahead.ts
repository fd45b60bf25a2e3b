import { type Frames, frameOnAirAt, frames, milliseconds, msToFrames } from '../../../shared/time/index.ts';
import type { PlanRules } from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import { CoalescedJob } from '../coalesced-job.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { StationEvents } from '../ports/station-events.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { PlanByPlan, PlanRun } from './plan-by-plan.ts';

/** How long past items stay in the playlog; the as-run log keeps what aired for good. */
const KEPT_MS = milliseconds(7 * 86_400_000);

/** What planning ahead needs. */
export interface PlanAheadDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly log: Log;
  readonly channel: Channel;
  readonly rules: PlanRules;
  readonly byPlan: PlanByPlan;
}

/** Keeps the playlog up to date: long enough, sound, and made of what may air now. A change is a new revision. */
export class PlanAhead {
  readonly #to: PlanAheadDependencies;
  readonly #job = new CoalescedJob(() => this.#plan());
  #isAnew = false;
  #reach = frames(0);

  constructor(dependencies: PlanAheadDependencies) {
    this.#to = dependencies;
  }

  /** Answers with the new revision, or null when nothing had to change. Runs that are asked for together are made one. */
  readonly run = async (): Promise<number | null> => (await this.#job.run())?.revision ?? null;

  /** Plans anew what comes after the lock window, whether or not anything is new; what people placed stays. null: it would all be the same. */
  readonly runAnew = (): Promise<PlanRun | null> => {
    this.#isAnew = true;
    return this.#job.run();
  };

  /** From the next run on the playlog reaches that frame at least. */
  readonly extendTo = (until: Frames): void => {
    this.#reach = frames(Math.max(this.#reach, until));
  };

  /** Sees to it that the playlog reaches that frame at least, and keeps it so. */
  readonly reach = async (until: Frames): Promise<void> => {
    this.extendTo(until);
    const end = await this.#to.unitOfWork.run(({ playlog }) => playlog.end());
    if (end === null || end < until) await this.run();
  };

  /** Plans only when the playlog has become too short: costs next to nothing when it has not. */
  readonly topUp = async (): Promise<void> => {
    const { unitOfWork, clock, channel, rules } = this.#to;
    const end = await unitOfWork.run(({ playlog }) => playlog.end());
    const until = frameOnAirAt(milliseconds(clock.now() + rules.ahead), channel.rate);
    if (end === null || end <= until) await this.run();
  };

  /** Waits until no run is under way. */
  readonly settled = (): Promise<void> => this.#job.settled();

  async #plan(): Promise<PlanRun | null> {
    const { events, log, byPlan } = this.#to;
    const wish = { isAnew: this.#isAnew, reach: this.#reach };
    this.#isAnew = false;
    const planned = await byPlan.run(wish);
    await this.#prune();
    if (planned === null) return null;
    log.info('The playlog was planned', { ...planned });
    events.publish({ type: 'playlog-changed', revision: planned.revision });
    return planned;
  }

  async #prune(): Promise<void> {
    const { unitOfWork, clock, channel } = this.#to;
    const now = frameOnAirAt(clock.now(), channel.rate);
    await unitOfWork.run(({ playlog }) => playlog.prune(frames(now - msToFrames(KEPT_MS, channel.rate))));
  }
}
