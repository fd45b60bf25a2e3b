import type { Air } from '../../../shared/contract/air.ts';

/** The channel's state as a lamp: on air; on air with something wrong, or not heard of; off air. */
export type Tally = 'on-air' | 'trouble' | 'off-air';

/** What the tray shows for what is known of the air. */
export function tallyOf({ isConnected, status }: Air): Tally {
  if (status === null || status.mode === 'off-air') return 'off-air';
  const lamps = Object.values(status.lamps);
  const isWell = isConnected && status.mode === 'auto' && lamps.every(({ state }) => state === 'ok' || state === 'off');
  return isWell ? 'on-air' : 'trouble';
}
