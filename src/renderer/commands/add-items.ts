import { canEdit } from './edit-verdict.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Goes to the library beside the schedule, from which items are put in. */
export const addItems: OperatorCommand = {
  id: 'add-items',
  label: 'Add items',
  key: null,
  holdMs: null,
  group: 'Schedule',
  scope: null,
  guard: canEdit,
  perform: async ({ show, schedule }) => {
    show('schedule');
    schedule.findToAdd();
    return { type: 'done' };
  },
};
