import { canEditSelection } from './edit-verdict.ts';
import { ctrl } from './key-chord.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Takes the selected items out, to be pasted elsewhere. */
export const cutItems: OperatorCommand = {
  id: 'cut-items',
  label: 'Cut',
  key: ctrl('x'),
  holdMs: null,
  group: 'Schedule',
  scope: 'schedule',
  guard: canEditSelection,
  perform: async ({ schedule }) => {
    await schedule.cut();
    return { type: 'done' };
  },
};
