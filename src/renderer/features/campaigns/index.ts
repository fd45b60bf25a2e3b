/**
 * Traffic in the console: the campaigns that were sold, how much of each has aired, and the make-goods that are owed for spots that missed.
 *
 * - Campaigns are no part of the plan: each is saved by itself, and the schedule is planned anew at once. A refusal keeps the draft, and stands beside the input at fault.
 * - What counts of a campaign is what the as-run log says was aired, never what was planned.
 */
export { CampaignsSection } from './campaigns-section.tsx';
