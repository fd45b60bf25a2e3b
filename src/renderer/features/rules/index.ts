/**
 * The rules by which the channel fills itself: the week of dayparts, break patterns, the watershed and campaigns, and what a change of them would come to.
 *
 * - The plan is edited as a draft; a refusal keeps it, and stands beside the input at fault.
 * - Nothing is applied that was not tried first: the dry run says what comes, goes, stays empty or breaks a rule, and leads to the daypart at fault.
 * - Campaigns are no part of the plan: each is saved by itself and planned at once. What counts of them is what the as-run log says was aired.
 */
export { RulesView } from './rules-view.tsx';
