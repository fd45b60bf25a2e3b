import { ALLOWED, airVerdict, type OperatorCommand } from './operator-command.ts';

/** Lets takes through; goes off by itself after two idle minutes. */
export const enableAir: OperatorCommand = {
  id: 'enable-air',
  label: 'Air enable',
  key: null,
  holdMs: null,
  group: 'Air',
  scope: null,
  guard: (situation) => airVerdict(situation) ?? ALLOWED,
  perform: async ({ setAirEnabled }) => {
    setAirEnabled(true);
    return { type: 'done' };
  },
};
