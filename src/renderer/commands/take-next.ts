import { ctrl } from './key-chord.ts';
import { ALLOWED, airVerdict, notYet, type OperatorCommand, refused } from './operator-command.ts';

/** Ends the item on air and starts the next one now. */
export const takeNext: OperatorCommand = {
  id: 'take-next',
  label: 'Take next',
  key: ctrl('enter'),
  holdMs: null,
  group: 'Air',
  scope: null,
  guard: (situation) => {
    const against = airVerdict(situation);
    if (against) return against;
    if (situation.mode === 'panic') return refused('Return from the panic slate first');
    if (!situation.isAirEnabled) return refused('Air enable is off');
    if (situation.nextCue === 'none') return refused('Nothing comes next');
    return situation.nextCue === 'cued' ? ALLOWED : notYet('Cue first');
  },
  perform: async ({ calls }) => ({ type: 'at-frame', frame: (await calls.air.take()).frame }),
};
