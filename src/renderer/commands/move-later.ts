import { canEditSelection } from './edit-verdict.ts';
import { alt } from './key-chord.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Moves the selected items one place down. */
export const moveLater: OperatorCommand = {
  id: 'move-later',
  label: 'Move later',
  key: alt('arrowdown'),
  holdMs: null,
  group: 'Schedule',
  scope: 'schedule',
  guard: canEditSelection,
  perform: async ({ schedule }) => {
    await schedule.move(1);
    return { type: 'done' };
  },
};
