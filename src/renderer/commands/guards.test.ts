import { describe, expect, it } from 'vitest';
import { addItems } from './add-items.ts';
import { ALL_COMMANDS } from './all-commands.ts';
import { copyDay } from './copy-day.ts';
import { generateSchedule } from './generate-schedule.ts';
import { insertPicked } from './insert-picked.ts';
import type { Situation } from './operator-command.ts';
import { panicSlate } from './panic-slate.ts';
import { pasteItems } from './paste-items.ts';
import { removeItems } from './remove-items.ts';
import { returnToSchedule } from './return-to-schedule.ts';
import { takeNext } from './take-next.ts';
import { undoEdit } from './undo-edit.ts';

const well: Situation = {
  ...{ freshness: 'fresh', mode: 'auto', nextCue: 'cued', isAirEnabled: true, mayCommandAir: true, breakIn: 'none', armedCue: 'none' },
  ...{ mayEditSchedule: true, view: 'schedule', selectedItems: 1, copiedItems: 1, picked: 1, chosenAssets: 1 },
};

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

describe('changes of the schedule', () => {
  it('need a selection and the role', () => {
    expect(removeItems.guard(well).isAllowed).toBe(true);
    expect(removeItems.guard({ ...well, selectedItems: 0 })).toMatchObject({ reason: 'Select an item first' });
    expect(removeItems.guard({ ...well, mayEditSchedule: false })).toMatchObject({ reason: 'Your role may only look at the schedule' });
    expect(undoEdit.guard({ ...well, selectedItems: 0 }).isAllowed).toBe(true);
  });

  it('copy a day and plan anew from any view, with no selection, but not without the role', () => {
    for (const command of [addItems, copyDay, generateSchedule]) {
      expect(command.guard({ ...well, view: 'on-air', selectedItems: 0 }).isAllowed).toBe(true);
      expect(command.guard({ ...well, mayEditSchedule: false })).toMatchObject({ reason: 'Your role may only look at the schedule' });
    }
  });

  it('insert and paste only what there is', () => {
    expect(insertPicked.guard({ ...well, picked: 0 })).toMatchObject({ reason: 'Pick an asset or a live input first' });
    expect(pasteItems.guard({ ...well, copiedItems: 0 })).toMatchObject({ reason: 'Nothing was copied' });
  });

  it('have keys of their own view alone, and no two the same', () => {
    const scheduled = ALL_COMMANDS.filter(({ group, key }) => group === 'Schedule' && key !== null);
    expect(scheduled.every(({ scope }) => scope === 'schedule')).toBe(true);
    const keyed = ALL_COMMANDS.filter(({ key }) => key !== null).map(({ key, scope }) => ({ key: JSON.stringify(key), scope }));
    const clashes = keyed.filter((one, index) =>
      keyed.some(
        (other, place) =>
          place < index && one.key === other.key && (one.scope === null || other.scope === null || one.scope === other.scope),
      ),
    );
    expect(clashes).toEqual([]);
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
