import { canEditSelection } from './edit-verdict.ts';
import { alt } from './key-chord.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Moves the selected items one place up. */
export const moveEarlier: OperatorCommand = {
  id: 'move-earlier',
  label: 'Move earlier',
  key: alt('arrowup'),
  holdMs: null,
  group: 'Schedule',
  scope: 'schedule',
  guard: canEditSelection,
  perform: async ({ schedule }) => {
    await schedule.move(-1);
    return { type: 'done' };
  },
};
