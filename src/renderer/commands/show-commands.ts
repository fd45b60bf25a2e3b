import { ctrl } from './key-chord.ts';
import { ALLOWED, type OperatorCommand } from './operator-command.ts';

/** Lists every command, to be found by its name. */
export const showCommands: OperatorCommand = {
  id: 'show-commands',
  label: 'Commands',
  key: ctrl('k'),
  holdMs: null,
  group: 'Console',
  scope: null,
  guard: () => ALLOWED,
  perform: async ({ showCommands }) => {
    showCommands();
    return { type: 'done' };
  },
};
