import { PLAN_TEMPLATES } from '../../../shared/plan-templates/index.ts';
import type { DayQueries, DryRun, PlanService } from '../../application/schedule/index.ts';
import { callerName } from './call-context.ts';
import { grantedValue } from './granted-value.ts';
import type { StationImplementer } from './station-implementer.ts';

/** The plan, what it would change, and what its days look like. */
export interface ScheduleServices {
  readonly plans: PlanService;
  readonly dryRun: DryRun;
  readonly days: DayQueries;
}

/** The calls of the schedule contract. */
export function scheduleHandlers({ schedule }: StationImplementer, { plans, dryRun, days }: ScheduleServices) {
  return {
    listTemplates: schedule.listTemplates.handler(() => ({ items: [...PLAN_TEMPLATES] })),
    getPlan: schedule.getPlan.handler(() => plans.get()),
    dryRun: schedule.dryRun.handler(({ input: { plan, hours } }) => {
      const { revision: _, ...proposed } = plan;
      return dryRun.run(proposed, hours);
    }),
    getDay: schedule.getDay.handler(async ({ input: { date } }) => grantedValue(await days.get(date))),
    generate: schedule.generate.handler(async ({ input: { through }, context }) =>
      grantedValue(await plans.generate(through ?? null, callerName(context))),
    ),
    putPlan: schedule.putPlan.handler(async ({ input: { revision, ...plan }, context }) =>
      grantedValue(await plans.put(plan, revision ?? null, callerName(context))),
    ),
  };
}
