/**
 * Campaigns and what they are owed.
 *
 * - A spot belongs to one campaign at most.
 * - A change of a campaign is planned at once, from the end of the lock window on.
 */
export { TrafficService } from './traffic-service.ts';
