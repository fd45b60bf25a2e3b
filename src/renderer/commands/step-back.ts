import { bare } from './key-chord.ts';
import { hasPlayer } from './library-verdict.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Goes one frame of the asset back. */
export const stepBack: OperatorCommand = {
  id: 'step-back',
  label: 'One frame back',
  key: bare(','),
  holdMs: null,
  group: 'Library',
  scope: 'library',
  guard: hasPlayer,
  perform: async ({ library }) => {
    library.step(-1);
    return { type: 'done' };
  },
};
