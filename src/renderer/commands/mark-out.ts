import { bare } from './key-chord.ts';
import { canMark } from './library-verdict.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Sets the out point of the asset in the player after the frame in sight. */
export const markOut: OperatorCommand = {
  id: 'mark-out',
  label: 'Set out point',
  key: bare('o'),
  holdMs: null,
  group: 'Library',
  scope: 'library',
  guard: canMark,
  perform: async ({ library }) => {
    library.mark('out');
    return { type: 'done' };
  },
};
