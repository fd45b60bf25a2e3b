import { ctrl } from './key-chord.ts';
import { ALLOWED, type OperatorCommand } from './operator-command.ts';

/** Goes to the library's search box. */
export const findInLibrary: OperatorCommand = {
  id: 'find-in-library',
  label: 'Find in the library',
  key: ctrl('f'),
  holdMs: null,
  group: 'Console',
  scope: null,
  guard: () => ALLOWED,
  perform: async ({ show, focusSearch }) => {
    show('library');
    focusSearch();
    return { type: 'done' };
  },
};
