import { canEditSelection } from './edit-verdict.ts';
import { shift } from './key-chord.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Has the selected items start when the one before them has ended. */
export const setFollow: OperatorCommand = {
  id: 'set-follow',
  label: 'Follow',
  key: shift('c'),
  holdMs: null,
  group: 'Schedule',
  scope: 'schedule',
  guard: canEditSelection,
  perform: async ({ schedule }) => {
    await schedule.setStartMode('follow');
    return { type: 'done' };
  },
};
