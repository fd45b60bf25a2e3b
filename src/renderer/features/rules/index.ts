/**
 * The rules by which the channel fills itself: the week of dayparts, break patterns and the watershed, and what a change of them would come to.
 *
 * - The plan is edited as a draft; a refusal keeps it, and stands beside the input at fault.
 * - Nothing is applied that was not tried first: the dry run says what comes, goes, stays empty or breaks a rule, and leads to the daypart at fault.
 * - Campaigns stand among them in the view, and are a feature of their own.
 */
export { RulesView } from './rules-view.tsx';
