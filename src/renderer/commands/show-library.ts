import { ctrl } from './key-chord.ts';
import { ALLOWED, type OperatorCommand } from './operator-command.ts';

/** Goes to the view Library. */
export const showLibrary: OperatorCommand = {
  id: 'show-library',
  label: 'Library',
  key: ctrl('3'),
  holdMs: null,
  group: 'Views',
  scope: null,
  guard: () => ALLOWED,
  perform: async ({ show }) => {
    show('library');
    return { type: 'done' };
  },
};
