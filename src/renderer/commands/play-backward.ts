import { bare } from './key-chord.ts';
import { hasPlayer } from './library-verdict.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Plays the asset backwards; faster with each press. */
export const playBackward: OperatorCommand = {
  id: 'play-backward',
  label: 'Play backwards',
  key: bare('j'),
  holdMs: null,
  group: 'Library',
  scope: 'library',
  guard: hasPlayer,
  perform: async ({ library }) => {
    library.play(-1);
    return { type: 'done' };
  },
};
