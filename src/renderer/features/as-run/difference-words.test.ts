import { describe, expect, it } from 'vitest';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import { asRunRow } from './as-run-row.fixture.ts';
import { differenceWords } from './difference-words.ts';

const RATE = parseFrameRate('25/1');

describe('differenceWords', () => {
  it('says that all went as planned', () => {
    expect(differenceWords(asRunRow(1, {}), RATE)).toEqual(['Started on time.', 'Aired in its planned length.', 'As planned (schedule).']);
  });

  it('says how late, how much shorter, why and by whom', () => {
    const row = asRunRow(1, {
      startsAt: '2026-03-01T20:00:03.200Z',
      durationFrames: frames(125),
      outcome: 'partial',
      reason: 'operator-take',
      cause: 'jo',
    });
    expect(differenceWords(row, RATE)).toEqual([
      'Started 00:03.2 late.',
      'Aired 00:05:00 less than planned: 00:05:00 of 00:10:00.',
      'Operator took the next item (jo).',
    ]);
  });

  it('says of what nobody planned only what it was', () => {
    const row = asRunRow(1, { plannedStartsAt: null, plannedDurationFrames: null, reason: 'nothing-scheduled', cause: 'engine' });
    expect(differenceWords(row, RATE)).toEqual(['Nobody had planned it.', 'Nothing was scheduled (engine).']);
  });
});
