/**
 * Keeping the channel planned: the use case that plans, and the job that sees to it that it happens in time.
 *
 * - The playlog reaches a day ahead at least, from the first moment on.
 * - A change of the library is planned at once, a rush of them every few seconds.
 */
export { DayQueries } from './day-queries.ts';
export { DryRun } from './dry-run.ts';
export { KeepPlaylogAhead } from './keep-playlog-ahead.ts';
export { PlanAhead, type PlanAheadDependencies } from './plan-ahead.ts';
export { PlanByPlan } from './plan-by-plan.ts';
export { PlanService } from './plan-service.ts';
export { PlanningDesk } from './planning-desk.ts';
