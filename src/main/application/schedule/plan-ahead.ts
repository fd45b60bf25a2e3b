import { frameOnAirAt, frames, milliseconds, msToFrames } from '../../../shared/time/index.ts';
import type { PlanRules } from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import { CoalescedJob } from '../coalesced-job.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { StationEvents } from '../ports/station-events.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { PlanByPlan } from './plan-by-plan.ts';

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

  constructor(dependencies: PlanAheadDependencies) {
    this.#to = dependencies;
  }

  /** Answers with the new revision, or null when nothing had to change. Runs that are asked for together are made one. */
  readonly run = (): Promise<number | null> => this.#job.run();

  /** Plans only when the playlog has become too short: costs next to nothing when it has not. */
  readonly topUp = async (): Promise<void> => {
    const { unitOfWork, clock, channel, rules } = this.#to;
    const end = await unitOfWork.run(({ playlog }) => playlog.end());
    const until = frameOnAirAt(milliseconds(clock.now() + rules.ahead), channel.rate);
    if (end === null || end <= until) await this.run();
  };

  /** Waits until no run is under way. */
  readonly settled = (): Promise<void> => this.#job.settled();

  async #plan(): Promise<number | null> {
    const { events, log, byPlan } = this.#to;
    const planned = await byPlan.run();
    await this.#prune();
    if (planned === null) return null;
    log.info('The playlog was planned', { ...planned });
    events.publish({ type: 'playlog-changed', revision: planned.revision });
    return planned.revision;
  }

  async #prune(): Promise<void> {
    const { unitOfWork, clock, channel } = this.#to;
    const now = frameOnAirAt(clock.now(), channel.rate);
    await unitOfWork.run(({ playlog }) => playlog.prune(frames(now - msToFrames(KEPT_MS, channel.rate))));
  }
}
