/**
 * The scheduler: decides what fills the channel's time.
 *
 * - It never leaves a frame empty, whatever the library holds and the plan says.
 * - The same library, plan, history and stretch of time give the same items on any machine; what is drawn by lot is drawn from the plan's seed.
 * - Every item says by which rule it was chosen, who else stood for it, and which rule had to be relaxed. Rights and ratings never are.
 * - Fixed starts are met to the frame; what a person placed stays where it is.
 * - Inside the lock window it changes nothing, except that slate gives way to the first media that can air.
 */
export { type AssetFacts, plannableAsset } from './asset-facts.ts';
export { availOfBreak } from './avail-of-break.ts';
export { dayProgrammes, type Programme } from './day-programmes.ts';
export { defaultPlan } from './default-plan.ts';
export { breachOf } from './first-breach.ts';
export { PlanLibrary } from './plan-library.ts';
export { planPools } from './plan-pools.ts';
export { DEFAULT_PLAN_RULES, type PlanRules } from './plan-rules.ts';
export { type PlannedStretch, planStretch } from './plan-stretch.ts';
export type { PlannableAsset } from './plannable-asset.ts';
export { plannedStarts } from './planned-starts.ts';
export { changeOf, isMoreOf, replanFrom, type StretchChange } from './replan-from.ts';
export type { SeriesPlay } from './series-memory.ts';
export type { PlannableInput, StretchItem } from './stretch-writer.ts';
export { Watershed } from './watershed.ts';
