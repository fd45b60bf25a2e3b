import { canEdit } from './edit-verdict.ts';
import { ctrlShift } from './key-chord.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Makes the change again that was taken back last. */
export const redoEdit: OperatorCommand = {
  id: 'redo-edit',
  label: 'Redo',
  key: ctrlShift('z'),
  holdMs: null,
  group: 'Schedule',
  scope: 'schedule',
  guard: canEdit,
  perform: async ({ schedule }) => {
    await schedule.redo();
    return { type: 'done' };
  },
};
