import { ctrl } from './key-chord.ts';
import { ALLOWED, type OperatorCommand } from './operator-command.ts';

/** Shows less of the day, larger. */
export const zoomIn: OperatorCommand = {
  id: 'zoom-in',
  label: 'Zoom in',
  key: ctrl('arrowup'),
  holdMs: null,
  group: 'Schedule',
  scope: 'schedule',
  guard: () => ALLOWED,
  perform: async ({ schedule }) => {
    schedule.zoom(-1);
    return { type: 'done' };
  },
};
