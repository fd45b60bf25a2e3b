import { canEdit } from './edit-verdict.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Asks which day is to air again on which coming one. What is made of it is one change, which `undoEdit` takes back. */
export const copyDay: OperatorCommand = {
  id: 'copy-day',
  label: 'Copy a day…',
  key: null,
  holdMs: null,
  group: 'Schedule',
  scope: null,
  guard: canEdit,
  perform: async ({ show, schedule }) => {
    show('schedule');
    await schedule.openCopyDay();
    return { type: 'done' };
  },
};
