import { ALLOWED, airVerdict, type OperatorCommand, refused } from './operator-command.ts';

/** Opens what was chosen to break in. Nothing airs; it lets go by itself. */
export const armBreaking: OperatorCommand = {
  id: 'arm-breaking',
  label: 'Arm breaking',
  key: null,
  holdMs: null,
  group: 'Air',
  scope: null,
  guard: (situation) => {
    const against = airVerdict(situation);
    if (against) return against;
    if (!situation.isAirEnabled) return refused('Air enable is off');
    return situation.breakIn === 'none' ? refused('Choose a source, say what for') : ALLOWED;
  },
  perform: async ({ breakIn }) => {
    await breakIn.arm();
    return { type: 'done' };
  },
};
