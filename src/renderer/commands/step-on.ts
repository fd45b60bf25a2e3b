import { bare } from './key-chord.ts';
import { hasPlayer } from './library-verdict.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Goes one frame of the asset on. */
export const stepOn: OperatorCommand = {
  id: 'step-on',
  label: 'One frame on',
  key: bare('.'),
  holdMs: null,
  group: 'Library',
  scope: 'library',
  guard: hasPlayer,
  perform: async ({ library }) => {
    library.step(1);
    return { type: 'done' };
  },
};
