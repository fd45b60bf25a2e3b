import { bare } from './key-chord.ts';
import { canMark } from './library-verdict.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Sets the in point of the asset in the player where the playhead is. */
export const markIn: OperatorCommand = {
  id: 'mark-in',
  label: 'Set in point',
  key: bare('i'),
  holdMs: null,
  group: 'Library',
  scope: 'library',
  guard: canMark,
  perform: async ({ library }) => {
    library.mark('in');
    return { type: 'done' };
  },
};
