import type { PlanService } from '../../application/schedule/index.ts';
import { callerName } from './call-context.ts';
import { grantedValue } from './granted-value.ts';
import type { StationImplementer } from './station-implementer.ts';

/** The plan, what it would change, and what its days look like. */
export interface ScheduleServices {
  readonly plans: PlanService;
}

/** The calls of the schedule contract. */
export function scheduleHandlers({ schedule }: StationImplementer, { plans }: ScheduleServices) {
  return {
    getPlan: schedule.getPlan.handler(() => plans.get()),
    putPlan: schedule.putPlan.handler(async ({ input: { revision, ...plan }, context }) =>
      grantedValue(await plans.put(plan, revision ?? null, callerName(context))),
    ),
  };
}
