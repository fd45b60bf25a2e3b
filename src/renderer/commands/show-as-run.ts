import { ctrl } from './key-chord.ts';
import { ALLOWED, type OperatorCommand } from './operator-command.ts';

/** Goes to the view As-run. */
export const showAsRun: OperatorCommand = {
  id: 'show-as-run',
  label: 'As-run',
  key: ctrl('5'),
  holdMs: null,
  group: 'Views',
  scope: null,
  guard: () => ALLOWED,
  perform: async ({ show }) => {
    show('as-run');
    return { type: 'done' };
  },
};
