import { milliseconds } from '../../shared/time/index.ts';
import { ctrlShift } from './key-chord.ts';
import { ALLOWED, airVerdict, type OperatorCommand, refused } from './operator-command.ts';

/** Ends an override: joins the schedule where it is now. Held like the slate it ends, so that no single press changes the air. */
export const returnToSchedule: OperatorCommand = {
  id: 'return-to-schedule',
  label: 'Return: rejoin',
  key: ctrlShift('e'),
  holdMs: milliseconds(500),
  group: 'Air',
  scope: null,
  guard: (situation) => {
    const against = airVerdict(situation);
    if (against) return against;
    return situation.mode === 'panic' ? ALLOWED : refused('The schedule is on air');
  },
  perform: async ({ calls }) => ({ type: 'at-frame', frame: (await calls.air.return({ policy: 'rejoin' })).frame }),
};
