import type { Plan, Planned } from '../../../shared/contract/plan.ts';
import { defaultPlan } from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { type Answer, granted, refused } from '../refusal.ts';
import type { PlanAhead } from './plan-ahead.ts';

/** What the service needs. */
export interface PlanServiceDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly channel: Channel;
  readonly log: Log;
  readonly planAhead: PlanAhead;
}

/** The plan in force, and how another one is put in its place. */
export class PlanService {
  readonly #to: PlanServiceDependencies;

  constructor(dependencies: PlanServiceDependencies) {
    this.#to = dependencies;
  }

  /** The plan in force; with revision 0 the one that says what a station without a plan does. */
  readonly get = async (): Promise<Planned> => {
    const stored = await this.#to.unitOfWork.run(({ plan }) => plan.get());
    return stored === null ? { ...defaultPlan(this.#to.channel.zone), revision: 0 } : { ...stored.plan, revision: stored.revision };
  };

  /**
   * Puts a plan in force and carries it out from the end of the lock window on. Refused as STALE_REVISION when another one came in between.
   * @param expected the revision that it was made from; null: whatever is in force
   */
  readonly put = async (plan: Plan, expected: number | null, by: string): Promise<Answer<Planned>> => {
    const { unitOfWork, clock, log, planAhead } = this.#to;
    const revision = await unitOfWork.run(async (repositories) => {
      const current = (await repositories.plan.get())?.revision ?? 0;
      if (expected !== null && expected !== current) return null;
      return repositories.plan.put(plan, by, clock.now());
    });
    if (revision === null) return refused('STALE_REVISION', 'The plan was changed in between; read it again');
    log.info('The plan was changed', { revision, by });
    await planAhead.run();
    return granted({ ...plan, revision });
  };
}
