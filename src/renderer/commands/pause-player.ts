import { bare } from './key-chord.ts';
import { hasPlayer } from './library-verdict.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Stops the player at the frame in sight. */
export const pausePlayer: OperatorCommand = {
  id: 'pause-player',
  label: 'Pause',
  key: bare('k'),
  holdMs: null,
  group: 'Library',
  scope: 'library',
  guard: hasPlayer,
  perform: async ({ library }) => {
    library.pause();
    return { type: 'done' };
  },
};
