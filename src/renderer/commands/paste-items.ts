import { canEditSelection } from './edit-verdict.ts';
import { ctrl } from './key-chord.ts';
import { type OperatorCommand, refused } from './operator-command.ts';

/** Puts what was copied or cut behind the selection. */
export const pasteItems: OperatorCommand = {
  id: 'paste-items',
  label: 'Paste',
  key: ctrl('v'),
  holdMs: null,
  group: 'Schedule',
  scope: 'schedule',
  guard: (situation) => (situation.copiedItems === 0 ? refused('Nothing was copied') : canEditSelection(situation)),
  perform: async ({ schedule }) => {
    await schedule.paste();
    return { type: 'done' };
  },
};
