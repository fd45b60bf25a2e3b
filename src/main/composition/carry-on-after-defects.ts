import type { Log } from '../application/ports/log.ts';

/**
 * Has a station that nobody watches go on after a defect that nothing caught, with the defect in its log: the channel has to be planned tonight
 * too, and whoever made the call that broke has had their answer.
 */
export function carryOnAfterDefects(log: Log): void {
  process.on('uncaughtException', (error) => log.error('A defect went uncaught', { error }));
  process.on('unhandledRejection', (error) => log.error('A failure went unhandled', { error }));
}
