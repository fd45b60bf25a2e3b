import { ctrl } from './key-chord.ts';
import { canMark } from './library-verdict.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Takes the latest mark back that was not saved. */
export const undoMark: OperatorCommand = {
  id: 'undo-mark',
  label: 'Undo a mark',
  key: ctrl('z'),
  holdMs: null,
  group: 'Library',
  scope: 'library',
  guard: canMark,
  perform: async ({ library }) => {
    library.undoMark();
    return { type: 'done' };
  },
};
