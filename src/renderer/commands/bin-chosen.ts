import { bare } from './key-chord.ts';
import { canBin } from './library-verdict.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Moves the chosen assets to the bin. */
export const binChosen: OperatorCommand = {
  id: 'bin-chosen',
  label: 'To the bin',
  key: bare('delete'),
  holdMs: null,
  group: 'Library',
  scope: 'library',
  guard: canBin,
  perform: async ({ library }) => {
    await library.binChosen();
    return { type: 'done' };
  },
};
