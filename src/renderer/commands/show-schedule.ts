import { ctrl } from './key-chord.ts';
import { ALLOWED, type OperatorCommand } from './operator-command.ts';

/** Goes to the view Schedule. */
export const showSchedule: OperatorCommand = {
  id: 'show-schedule',
  label: 'Schedule',
  key: ctrl('2'),
  holdMs: null,
  group: 'Views',
  scope: null,
  guard: () => ALLOWED,
  perform: async ({ show }) => {
    show('schedule');
    return { type: 'done' };
  },
};
