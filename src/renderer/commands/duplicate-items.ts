import { canEditSelection } from './edit-verdict.ts';
import { ctrl } from './key-chord.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Puts the media of the selected items behind them once more. */
export const duplicateItems: OperatorCommand = {
  id: 'duplicate-items',
  label: 'Duplicate',
  key: ctrl('d'),
  holdMs: null,
  group: 'Schedule',
  scope: 'schedule',
  guard: canEditSelection,
  perform: async ({ schedule }) => {
    await schedule.duplicate();
    return { type: 'done' };
  },
};
