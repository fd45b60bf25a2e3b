import { canEditSelection } from './edit-verdict.ts';
import { shift } from './key-chord.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Has the selected items start when the operator says. */
export const setManual: OperatorCommand = {
  id: 'set-manual',
  label: 'Manual start',
  key: shift('m'),
  holdMs: null,
  group: 'Schedule',
  scope: 'schedule',
  guard: canEditSelection,
  perform: async ({ schedule }) => {
    await schedule.setStartMode('manual');
    return { type: 'done' };
  },
};
