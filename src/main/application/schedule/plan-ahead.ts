import { type Frames, frameOnAirAt, frames, type Milliseconds, milliseconds, msToFrames } from '../../../shared/time/index.ts';
import type { AirableAsset } from '../../domain/library/index.ts';
import type { PlaylogItem } from '../../domain/playlog/index.ts';
import { type PlanRules, type PlaylogChange, planAhead, type SchedulableAsset } from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import { CoalescedJob } from '../coalesced-job.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { PlaylogRepository } from '../ports/playlog-repository.ts';
import type { StationEvents } from '../ports/station-events.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import type { PlanByPlan } from './plan-by-plan.ts';

/** How long past items stay in the playlog; the as-run log keeps what aired for good. */
const KEPT_MS = milliseconds(7 * 86_400_000);

/** What planning ahead needs. */
export interface PlanAheadDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly events: StationEvents;
  readonly log: Log;
  readonly channel: Channel;
  readonly rules: PlanRules;
  /** Takes over when the station has a plan. */
  readonly byPlan: PlanByPlan;
}

/** Brings the playlog up to date: long enough, sound, and made of what may air now. In one unit of work, with a new revision if anything changed. */
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
    const { unitOfWork, clock, channel, rules, byPlan } = this.#to;
    const ahead = (await byPlan.ahead()) ?? rules.ahead;
    const end = await unitOfWork.run(({ playlog }) => playlog.end());
    const until = frameOnAirAt(milliseconds(clock.now() + ahead), channel.rate);
    if (end === null || end <= until) await this.run();
  };

  /** Waits until no run is under way. */
  readonly settled = (): Promise<void> => this.#job.settled();

  async #plan(): Promise<number | null> {
    const { events, log, byPlan } = this.#to;
    const byOwn = await byPlan.run();
    const planned = byOwn.type === 'no-plan' ? await this.#planByRotation() : byOwn.type === 'planned' ? byOwn : null;
    await this.#prune();
    if (planned === null) return null;
    log.info('The playlog was planned', planned);
    events.publish({ type: 'playlog-changed', revision: planned.revision });
    return planned.revision;
  }

  #planByRotation() {
    return this.#to.unitOfWork.run((repositories) => this.#change(repositories));
  }

  async #prune(): Promise<void> {
    const { unitOfWork, clock, channel } = this.#to;
    const now = frameOnAirAt(clock.now(), channel.rate);
    await unitOfWork.run(({ playlog }) => playlog.prune(frames(now - msToFrames(KEPT_MS, channel.rate))));
  }

  async #change({ assets, playlog }: Repositories) {
    const { clock, channel, rules } = this.#to;
    const { rate } = channel;
    const now = frameOnAirAt(clock.now(), rate);
    const items = await playlog.listFrom(now);
    const plays = await playlog.latestPlays(now);
    const airable = (await assets.listAirable()).map((asset) => this.#schedulable(asset, plays));
    const change = planAhead({ items, assets: airable, now, rate, rules });
    if (change === null) return null;
    await this.#write(playlog, change);
    return { revision: await playlog.nextRevision(), replaceFrom: change.replaceFrom, added: change.added.length };
  }

  #schedulable(asset: AirableAsset, plays: ReadonlyMap<string, Frames>): SchedulableAsset {
    const { id, kind, title, houseId, duration, lastAiredAt } = asset;
    const lastPlayFrame = plays.get(id) ?? this.#frameOf(lastAiredAt);
    return { id, kind, title, houseId, durationMs: duration, lastPlayFrame };
  }

  #frameOf(instant: Milliseconds | null): Frames | null {
    return instant === null ? null : frameOnAirAt(instant, this.#to.channel.rate);
  }

  async #write(playlog: PlaylogRepository, change: PlaylogChange): Promise<void> {
    if (change.shortened !== null) await playlog.setDuration(change.shortened.id, change.shortened.durationFrames);
    const added = change.added.map((item): PlaylogItem => ({ ...item, id: this.#to.ids.next(), status: 'planned' }));
    await playlog.replaceFrom(change.replaceFrom, added);
  }
}
