import { canEditSelection } from './edit-verdict.ts';
import { bare } from './key-chord.ts';
import { type OperatorCommand, refused } from './operator-command.ts';

/** Puts what is picked in the schedule's library behind the selection. */
export const insertPicked: OperatorCommand = {
  id: 'insert-picked',
  label: 'Insert',
  key: bare('insert'),
  holdMs: null,
  group: 'Schedule',
  scope: 'schedule',
  guard: (situation) => (situation.pickedAssets === 0 ? refused('Pick something in the library first') : canEditSelection(situation)),
  perform: async ({ schedule }) => {
    await schedule.insertPicked();
    return { type: 'done' };
  },
};
