import { ctrl } from './key-chord.ts';
import { ALLOWED, type OperatorCommand } from './operator-command.ts';

/** Chooses every asset that is listed. */
export const chooseAll: OperatorCommand = {
  id: 'choose-all',
  label: 'Choose all',
  key: ctrl('a'),
  holdMs: null,
  group: 'Library',
  scope: 'library',
  guard: () => ALLOWED,
  perform: async ({ library }) => {
    library.chooseAll();
    return { type: 'done' };
  },
};
