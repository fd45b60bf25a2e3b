import type { InputStatus } from '../../../shared/engine-protocol/index.ts';

/** How a live input does, in a word. */
export const INPUT_STATE_WORDS: Readonly<Record<InputStatus['state'], string>> = {
  off: 'Off',
  waiting: 'Waiting',
  connecting: 'Connecting',
  receiving: 'Receiving',
  stable: 'Stable',
  failed: '✕ Failed',
};

/** Whether there is something to see of it. */
export function isComing({ state }: Pick<InputStatus, 'state'>): boolean {
  return state === 'receiving' || state === 'stable';
}
