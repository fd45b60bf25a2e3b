/**
 * Traffic: which spots air in a break, under the rules of the campaigns that paid for them.
 *
 * - A cap is never exceeded, a separation never broken: an avail that can't be filled so is left to promos.
 * - A spot never stands twice in one pod, and an advertiser or a category only once.
 * - What counts is what the as-run log says was aired, and what is planned after it.
 * - Spots that no campaign claims take nothing from a campaign: in a break they air only where none could want to air within its separation.
 * - The same campaigns, plays and avail give the same spots.
 */
export type { BookedTime } from './avail.ts';
export { owedSpots } from './owed-spots.ts';
export { SpotPlacer, type SpotPlay } from './spot-placer.ts';
