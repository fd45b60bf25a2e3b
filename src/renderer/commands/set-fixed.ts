import { canEditSelection } from './edit-verdict.ts';
import { shift } from './key-chord.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Has the selected items start at their own time, to the frame. */
export const setFixed: OperatorCommand = {
  id: 'set-fixed',
  label: 'Fixed start',
  key: shift('f'),
  holdMs: null,
  group: 'Schedule',
  scope: 'schedule',
  guard: canEditSelection,
  perform: async ({ schedule }) => {
    await schedule.setStartMode('fixed');
    return { type: 'done' };
  },
};
