import { bare } from './key-chord.ts';
import { ALLOWED, type OperatorCommand } from './operator-command.ts';

/** Turns air enable off, and lets go of what was armed to break in. */
export const disarm: OperatorCommand = {
  id: 'disarm',
  label: 'Disarm',
  key: bare('escape'),
  holdMs: null,
  group: 'Air',
  scope: null,
  guard: () => ALLOWED,
  perform: async ({ setAirEnabled, breakIn }) => {
    breakIn.disarm();
    setAirEnabled(false);
    return { type: 'done' };
  },
};
