import { ctrl } from './key-chord.ts';
import { ALLOWED, type OperatorCommand } from './operator-command.ts';

/** Goes to the view Rules. */
export const showRules: OperatorCommand = {
  id: 'show-rules',
  label: 'Rules',
  key: ctrl('4'),
  holdMs: null,
  group: 'Views',
  scope: null,
  guard: () => ALLOWED,
  perform: async ({ show }) => {
    show('rules');
    return { type: 'done' };
  },
};
