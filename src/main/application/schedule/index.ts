/**
 * Keeping the channel planned: the use case that plans, and the job that sees to it that it happens in time.
 *
 * - The playlog reaches two days ahead at least, from the first moment on. A station that nobody gave a plan goes by the default one.
 * - A change of the library is planned at once, a rush of them every few seconds; planning takes no more than a small share of the time.
 */
export { DayQueries } from './day-queries.ts';
export { DryRun } from './dry-run.ts';
export { KeepPlaylogAhead } from './keep-playlog-ahead.ts';
export { PlanAhead } from './plan-ahead.ts';
export { PlanByPlan } from './plan-by-plan.ts';
export { PlanService } from './plan-service.ts';
export { type Outlook, PlanningDesk } from './planning-desk.ts';
export type { PlanningFoundation } from './planning-foundation.ts';
