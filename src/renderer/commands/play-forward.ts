import { bare } from './key-chord.ts';
import { hasPlayer } from './library-verdict.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Plays the asset; faster with each press. */
export const playForward: OperatorCommand = {
  id: 'play-forward',
  label: 'Play',
  key: bare('l'),
  holdMs: null,
  group: 'Library',
  scope: 'library',
  guard: hasPlayer,
  perform: async ({ library }) => {
    library.play(1);
    return { type: 'done' };
  },
};
