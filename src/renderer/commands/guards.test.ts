import { describe, expect, it } from 'vitest';
import type { Situation } from './operator-command.ts';
import { panicSlate } from './panic-slate.ts';
import { returnToSchedule } from './return-to-schedule.ts';
import { takeNext } from './take-next.ts';

const well: Situation = { freshness: 'fresh', mode: 'auto', nextCue: 'cued', isAirEnabled: true, mayCommandAir: true };

describe('take next', () => {
  it('goes through when air is enabled and the next item is cued', () => {
    expect(takeNext.guard(well)).toEqual({ isAllowed: true });
  });

  it('is refused while air enable is off', () => {
    expect(takeNext.guard({ ...well, isAirEnabled: false })).toMatchObject({ isAllowed: false, reason: 'Air enable is off' });
  });

  it('says "Cue first" in amber when the next item is not cued', () => {
    for (const nextCue of ['waiting', 'opening', 'failed'] as const) {
      expect(takeNext.guard({ ...well, nextCue })).toEqual({ isAllowed: false, reason: 'Cue first', tone: 'caution' });
    }
  });

  it('is refused when nothing comes next, or the slate is on air', () => {
    expect(takeNext.guard({ ...well, nextCue: 'none' }).isAllowed).toBe(false);
    expect(takeNext.guard({ ...well, mode: 'panic' }).isAllowed).toBe(false);
  });
});

describe('panic slate', () => {
  it('needs no arming, no next item and no cue', () => {
    expect(panicSlate.guard({ ...well, isAirEnabled: false, nextCue: 'none' })).toEqual({ isAllowed: true });
  });

  it('must be held for half a second', () => {
    expect(panicSlate.holdMs).toBe(500);
  });
});

it('returns only from an override', () => {
  expect(returnToSchedule.guard(well).isAllowed).toBe(false);
  expect(returnToSchedule.guard({ ...well, mode: 'panic', isAirEnabled: false }).isAllowed).toBe(true);
});

it('turns every air control off when the engine is lost or the person may only watch', () => {
  for (const command of [takeNext, panicSlate, returnToSchedule]) {
    for (const mode of ['auto', 'panic'] as const) {
      expect(command.guard({ ...well, mode, freshness: 'lost' }).isAllowed).toBe(false);
      expect(command.guard({ ...well, mode, mayCommandAir: false }).isAllowed).toBe(false);
    }
  }
});
