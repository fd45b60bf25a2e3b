import { milliseconds } from '../../shared/time/index.ts';
import { ctrlShift } from './key-chord.ts';
import { ALLOWED, airVerdict, notYet, type OperatorCommand, refused } from './operator-command.ts';

/** Airs what is armed over the schedule, now. */
export const breakIn: OperatorCommand = {
  id: 'break-in',
  label: 'Breaking, when armed',
  key: ctrlShift('b'),
  holdMs: milliseconds(800),
  group: 'Air',
  scope: null,
  guard: (situation) => {
    const against = airVerdict(situation);
    if (against) return against;
    if (!situation.isAirEnabled) return refused('Air enable is off');
    if (situation.breakIn !== 'armed') return refused('Arm it first');
    return situation.armedCue === 'cued' ? ALLOWED : notYet('Cue first');
  },
  perform: async ({ calls, breakIn: desk }) => {
    const chosen = desk.chosen();
    if (chosen === null) throw new Error('Armed without a source');
    const { frame } = await calls.air.breaking({ ...chosen, returnBy: 'rejoin' });
    desk.disarm();
    return { type: 'at-frame', frame };
  },
};
