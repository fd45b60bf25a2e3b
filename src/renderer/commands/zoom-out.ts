import { ctrl } from './key-chord.ts';
import { ALLOWED, type OperatorCommand } from './operator-command.ts';

/** Shows more of the day at once. */
export const zoomOut: OperatorCommand = {
  id: 'zoom-out',
  label: 'Zoom out',
  key: ctrl('arrowdown'),
  holdMs: null,
  group: 'Schedule',
  scope: 'schedule',
  guard: () => ALLOWED,
  perform: async ({ schedule }) => {
    schedule.zoom(1);
    return { type: 'done' };
  },
};
