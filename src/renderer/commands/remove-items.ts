import { canEditSelection } from './edit-verdict.ts';
import { bare } from './key-chord.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Takes the selected items out of the schedule. */
export const removeItems: OperatorCommand = {
  id: 'remove-items',
  label: 'Remove',
  key: bare('delete'),
  holdMs: null,
  group: 'Schedule',
  scope: 'schedule',
  guard: canEditSelection,
  perform: async ({ schedule }) => {
    await schedule.remove();
    return { type: 'done' };
  },
};
