import { ctrl } from './key-chord.ts';
import { canMark } from './library-verdict.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Saves the marks of the asset in the player. */
export const saveMarks: OperatorCommand = {
  id: 'save-marks',
  label: 'Save marks',
  key: ctrl('s'),
  holdMs: null,
  group: 'Library',
  scope: 'library',
  guard: canMark,
  perform: async ({ library }) => {
    await library.saveMarks();
    return { type: 'done' };
  },
};
