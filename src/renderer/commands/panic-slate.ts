import { milliseconds } from '../../shared/time/index.ts';
import { ctrlShift } from './key-chord.ts';
import { ALLOWED, airVerdict, type OperatorCommand, refused } from './operator-command.ts';

/** Airs the slate now, whatever else is going on. Needs no arming: the hold is its guard. */
export const panicSlate: OperatorCommand = {
  id: 'panic-slate',
  label: 'Panic slate',
  key: ctrlShift('x'),
  holdMs: milliseconds(500),
  group: 'Air',
  scope: null,
  guard: (situation) => {
    const against = airVerdict(situation);
    if (against) return against;
    return situation.mode === 'panic' ? refused('The panic slate is on air') : ALLOWED;
  },
  perform: async ({ calls }) => ({ type: 'at-frame', frame: (await calls.air.panic()).frame }),
};
