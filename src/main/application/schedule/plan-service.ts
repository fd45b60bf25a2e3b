import type { Daypart, Plan, Planned } from '../../../shared/contract/plan.ts';
import type { Generated } from '../../../shared/contract/schedule.ts';
import { firstFrameFrom, frameDueAt } from '../../../shared/time/index.ts';
import { broadcastDay } from '../../../shared/time/station-calendar.ts';
import { defaultPlan } from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { StationInputs } from '../ports/station-inputs.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { type Answer, granted, type Refusal, refused } from '../refusal.ts';
import type { PlanAhead } from './plan-ahead.ts';

/** How far ahead a day may be planned: all of a day that begins within a fortnight. */
const FURTHEST_MS = 15 * 86_400_000;

/** What the service needs. */
export interface PlanServiceDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly channel: Channel;
  readonly log: Log;
  readonly planAhead: PlanAhead;
  readonly inputs: StationInputs;
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
   * Puts a plan in force and carries it out from the end of the lock window on. Refused as STALE_REVISION when another one came in between, as
   * BAD_INPUT when it names a live input that there is not. One that the plan in force names already, and that was removed since, keeps nobody from
   * changing something else.
   * @param expected the revision that it was made from; null: whatever is in force
   */
  readonly put = async (plan: Plan, expected: number | null, by: string): Promise<Answer<Planned>> => {
    const { unitOfWork, clock, log, planAhead, inputs } = this.#to;
    const known = new Set(inputs.list().map(({ id }) => id));
    const answer = await unitOfWork.run(async (repositories): Promise<Answer<number>> => {
      const current = await repositories.plan.get();
      if (expected !== null && expected !== (current?.revision ?? 0)) {
        return refused('STALE_REVISION', 'The plan was changed in between; read it again');
      }
      const fault = unknownInput(plan, new Set([...known, ...(current?.plan.dayparts ?? []).flatMap(inputsNamed)]));
      return fault ?? granted(await repositories.plan.put(plan, by, clock.now()));
    });
    if (!answer.ok) return answer;
    const revision = answer.value;
    log.info('The plan was changed', { revision, by });
    await planAhead.run();
    return granted({ ...plan, revision });
  };

  /**
   * Plans anew what comes, by the plan in force, from the end of the lock window on. What people placed stays where it is.
   * @param through the broadcast day up to whose end to plan; null: as far as ever. Refused for days further ahead than a fortnight
   */
  readonly generate = async (through: string | null, by: string): Promise<Answer<Generated>> => {
    const { log, planAhead, channel, unitOfWork, clock } = this.#to;
    if (through !== null) {
      const { endsAt } = broadcastDay(await this.get(), through);
      if (endsAt > clock.now() + FURTHEST_MS)
        return { ...refused('BAD_INPUT', 'Days are planned 14 days ahead at most'), field: 'through' };
      planAhead.extendTo(firstFrameFrom(endsAt, channel.rate));
    }
    const run = await planAhead.runAnew();
    log.info('The coming time was planned anew', { by, planned: run?.added ?? 0 });
    const revision = run?.revision ?? (await unitOfWork.run(({ playlog }) => playlog.revision()));
    const from = run === null ? null : new Date(Math.round(frameDueAt(run.replaceFrom, channel.rate))).toISOString();
    return granted({ revision, planned: run?.added ?? 0, from });
  };
}

/** The first daypart that names a live input that is not known. */
function unknownInput({ dayparts }: Plan, known: ReadonlySet<string>): Refusal | null {
  const index = dayparts.findIndex((daypart) => inputsNamed(daypart).some((id) => !known.has(id)));
  if (index < 0) return null;
  const field = `dayparts.${index}.selection.inputId`;
  return { ok: false, code: 'BAD_INPUT', message: 'There is no live input of that id', field };
}

function inputsNamed({ selection }: Daypart): readonly string[] {
  return selection.type === 'live' ? [selection.inputId] : [];
}
