/**
 * The scheduler: decides what fills the channel's time.
 *
 * - It never leaves a frame empty, whatever the library holds.
 * - The same library, history and stretch of time give the same items on any machine; nothing is drawn by lot.
 * - Every item says by which rule it was chosen, who else stood for it, and which rule had to be relaxed.
 * - Inside the lock window it changes nothing, except that slate gives way to the first media that can air.
 */
export { type PlaylogChange, planAhead } from './plan-ahead.ts';
export { DEFAULT_PLAN_RULES, type PlanRules } from './plan-rules.ts';
export type { SchedulableAsset } from './schedulable-asset.ts';
