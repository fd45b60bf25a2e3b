import { bare } from './key-chord.ts';
import { ALLOWED, type OperatorCommand } from './operator-command.ts';

/** Shows or hides the list of keys. */
export const showKeys: OperatorCommand = {
  id: 'show-keys',
  label: 'Keys',
  key: bare('?'),
  holdMs: null,
  group: 'Console',
  scope: null,
  guard: () => ALLOWED,
  perform: async ({ toggleHelp }) => {
    toggleHelp();
    return { type: 'done' };
  },
};
