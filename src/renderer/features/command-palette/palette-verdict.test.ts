import { expect, it } from 'vitest';
import { ALL_COMMANDS, copyDay, panicSlate, removeItems, type Situation, showLibrary, takeNext } from '../../commands/index.ts';
import { paletteVerdict } from './palette-verdict.ts';

const well: Situation = {
  ...{ freshness: 'fresh', mode: 'auto', nextCue: 'cued', isAirEnabled: true, mayCommandAir: true, breakIn: 'armed', armedCue: 'cued' },
  ...{ mayEditSchedule: true, view: 'on-air', selectedItems: 1, copiedItems: 1, picked: 1, chosenAssets: 1 },
};

it('gives no command to the air, armed and enabled as it may be, and says how it is given', () => {
  for (const command of ALL_COMMANDS.filter(({ group }) => group === 'Air')) {
    expect(paletteVerdict(command, well).isAllowed).toBe(false);
  }
  expect(paletteVerdict(takeNext, well)).toMatchObject({ reason: 'By its button, or Ctrl+Enter' });
  expect(paletteVerdict(panicSlate, well)).toMatchObject({ reason: 'Hold its button, or Ctrl+Shift+X, for 0.5 s' });
});

it('has nothing that must be held', () => {
  expect(ALL_COMMANDS.filter((command) => command.holdMs !== null && paletteVerdict(command, well).isAllowed)).toEqual([]);
});

it('leaves the commands of a view to that view, as their keys do', () => {
  expect(paletteVerdict(removeItems, well)).toMatchObject({ reason: 'Only in the view Schedule' });
  expect(paletteVerdict(removeItems, { ...well, view: 'schedule' })).toEqual({ isAllowed: true });
});

it('asks the guard of all others', () => {
  expect(paletteVerdict(showLibrary, well)).toEqual({ isAllowed: true });
  expect(paletteVerdict(copyDay, { ...well, mayEditSchedule: false })).toMatchObject({
    reason: 'Your role may only look at the schedule',
  });
});
