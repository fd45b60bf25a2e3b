import { ctrlShift } from './key-chord.ts';
import { ALLOWED, airVerdict, type OperatorCommand, refused } from './operator-command.ts';

/** Drops the item that comes next; the one on air plays on. */
export const skipNext: OperatorCommand = {
  id: 'skip-next',
  label: 'Skip next',
  key: ctrlShift('s'),
  holdMs: null,
  group: 'Air',
  scope: null,
  guard: (situation) => {
    const against = airVerdict(situation);
    if (against) return against;
    if (!situation.isAirEnabled) return refused('Air enable is off');
    return situation.nextCue === 'none' ? refused('Nothing comes next') : ALLOWED;
  },
  perform: async ({ calls }) => ({ type: 'at-frame', frame: (await calls.air.skip()).frame }),
};
