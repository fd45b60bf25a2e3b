import { expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { type CommandRun, returnByNext, returnByResume, returnToSchedule } from '../../commands/index.ts';
import { latestDone } from './latest-done.ts';

const WAYS = [returnToSchedule, returnByResume, returnByNext];
const done = (frame: number): CommandRun => ({ state: 'done', frame: frames(frame) });

function latest(runs: Readonly<Record<string, CommandRun>>): string | null {
  return latestDone(WAYS, ({ id }) => runs[id] ?? { state: 'never' })?.id ?? null;
}

it('finds the command that changed the air last', () => {
  expect(latest({ [returnToSchedule.id]: done(500), [returnByResume.id]: done(900), [returnByNext.id]: done(700) })).toBe(
    returnByResume.id,
  );
});

it('passes over what was refused, is under way, or was never given', () => {
  expect(latest({})).toBeNull();
  const refused: CommandRun = { state: 'refused', code: 'LOCKED' };
  expect(latest({ [returnToSchedule.id]: refused, [returnByResume.id]: { state: 'pending' } })).toBeNull();
  expect(latest({ [returnToSchedule.id]: refused, [returnByNext.id]: done(3) })).toBe(returnByNext.id);
});
