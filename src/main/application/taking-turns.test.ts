import { describe, expect, it } from 'vitest';
import { takingTurns } from './taking-turns.ts';

/** Pauses that are due every so many steps. */
function pausesEvery(steps: number) {
  let since = 0;
  const pauses = {
    taken: 0,
    isDue: () => {
      since += 1;
      return since >= steps;
    },
    take: async () => {
      since = 0;
      pauses.taken += 1;
    },
  };
  return pauses;
}

function* countTo(last: number): Generator<undefined, number> {
  let count = 0;
  for (; count < last; count += 1) yield;
  return count;
}

describe('takingTurns', () => {
  it('carries the work out to its end and pauses whenever that is due', async () => {
    const pauses = pausesEvery(10);
    expect(await takingTurns(countTo(100), pauses)).toBe(100);
    expect(pauses.taken).toBe(10);
  });

  it('does not pause before that', async () => {
    const pauses = pausesEvery(10);
    expect(await takingTurns(countTo(9), pauses)).toBe(9);
    expect(pauses.taken).toBe(0);
  });
});
