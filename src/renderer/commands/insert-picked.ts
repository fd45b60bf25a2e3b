import { canEditSelection } from './edit-verdict.ts';
import { bare } from './key-chord.ts';
import { type OperatorCommand, refused } from './operator-command.ts';

/** Puts what is picked beside the schedule behind the selection: assets, live inputs. */
export const insertPicked: OperatorCommand = {
  id: 'insert-picked',
  label: 'Insert',
  key: bare('insert'),
  holdMs: null,
  group: 'Schedule',
  scope: 'schedule',
  guard: (situation) => (situation.picked === 0 ? refused('Pick an asset or a live input first') : canEditSelection(situation)),
  perform: async ({ schedule }) => {
    await schedule.insertPicked();
    return { type: 'done' };
  },
};
