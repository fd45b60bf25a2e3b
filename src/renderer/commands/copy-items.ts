import { ctrl } from './key-chord.ts';
import { ALLOWED, type OperatorCommand, refused } from './operator-command.ts';

/** Remembers the selected items, to be pasted. */
export const copyItems: OperatorCommand = {
  id: 'copy-items',
  label: 'Copy',
  key: ctrl('c'),
  holdMs: null,
  group: 'Schedule',
  scope: 'schedule',
  guard: (situation) => (situation.selectedItems === 0 ? refused('Select an item first') : ALLOWED),
  perform: async ({ schedule }) => {
    schedule.copy();
    return { type: 'done' };
  },
};
