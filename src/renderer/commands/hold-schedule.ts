import { ctrlShift } from './key-chord.ts';
import { ALLOWED, airVerdict, type OperatorCommand, refused } from './operator-command.ts';

/** Lets nothing follow the item on air; given again, lets go and joins the schedule where it is then. */
export const holdSchedule: OperatorCommand = {
  id: 'hold-schedule',
  label: 'Hold, and let go',
  key: ctrlShift('h'),
  holdMs: null,
  group: 'Air',
  scope: null,
  guard: (situation) => {
    const against = airVerdict(situation);
    if (against) return against;
    if (!situation.isAirEnabled) return refused('Air enable is off');
    return situation.mode === 'auto' || situation.mode === 'hold' ? ALLOWED : refused('Return to the schedule first');
  },
  perform: async ({ calls, airMode }) => {
    const { frame } = airMode() === 'hold' ? await calls.air.return({ policy: 'rejoin' }) : await calls.air.hold();
    return { type: 'at-frame', frame };
  },
};
