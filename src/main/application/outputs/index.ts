/**
 * The outputs: where else the channel is sent or kept.
 *
 * - The station's configuration holds them; the engine runs them and says how each does.
 * - A secret goes in and never comes out: answers show that there is one, and what is shown, sent back, leaves it as it is.
 */
export { hideSecrets } from './hide-secrets.ts';
export { KeptList } from './kept-list.ts';
export { OutputsService } from './outputs-service.ts';
