import { ctrl } from './key-chord.ts';
import { ALLOWED, type OperatorCommand } from './operator-command.ts';

/** Goes to the view On air. */
export const showOnAir: OperatorCommand = {
  id: 'show-on-air',
  label: 'On air',
  key: ctrl('1'),
  holdMs: null,
  group: 'Views',
  scope: null,
  guard: () => ALLOWED,
  perform: async ({ show }) => {
    show('on-air');
    return { type: 'done' };
  },
};
