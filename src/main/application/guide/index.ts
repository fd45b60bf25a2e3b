/**
 * The channel for players and programme guides.
 *
 * - It is read from the playlog that airs, and from nothing else.
 * - What stands between programmes is not shown.
 */
export { GuideQueries } from './guide-queries.ts';
