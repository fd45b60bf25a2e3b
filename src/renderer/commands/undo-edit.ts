import { canEdit } from './edit-verdict.ts';
import { ctrl } from './key-chord.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Takes the latest change of the schedule back. */
export const undoEdit: OperatorCommand = {
  id: 'undo-edit',
  label: 'Undo',
  key: ctrl('z'),
  holdMs: null,
  group: 'Schedule',
  scope: 'schedule',
  guard: canEdit,
  perform: async ({ schedule }) => {
    await schedule.undo();
    return { type: 'done' };
  },
};
