import type { StationInputs } from '../ports/station-inputs.ts';
import type { PlanAheadDependencies } from './plan-ahead.ts';
import type { PlanByPlanDependencies } from './plan-by-plan.ts';

/** What the planner stands on, apart from its own parts. */
export type PlanningFoundation = Omit<PlanAheadDependencies & PlanByPlanDependencies, 'byPlan' | 'desk' | 'pauses'> & {
  readonly inputs: StationInputs;
};
