import { canEdit } from './edit-verdict.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Has the coming time planned anew by the rules. What is locked and what people placed stays; it is the planner's work, and not undone. */
export const generateSchedule: OperatorCommand = {
  id: 'generate-schedule',
  label: 'Generate',
  key: null,
  holdMs: null,
  group: 'Schedule',
  scope: null,
  guard: canEdit,
  perform: async ({ show, schedule }) => {
    show('schedule');
    await schedule.generate();
    return { type: 'done' };
  },
};
