import { bare } from './key-chord.ts';
import { canMark } from './library-verdict.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Sets a break before the frame in sight. */
export const markBreak: OperatorCommand = {
  id: 'mark-break',
  label: 'Set a break',
  key: bare('b'),
  holdMs: null,
  group: 'Library',
  scope: 'library',
  guard: canMark,
  perform: async ({ library }) => {
    library.mark('break');
    return { type: 'done' };
  },
};
