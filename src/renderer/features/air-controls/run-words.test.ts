import { describe, expect, it } from 'vitest';
import { firstFrameFrom, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { runDetail, runWords } from './run-words.ts';

const rate = parseFrameRate('25');
const frame = firstFrameFrom(milliseconds(Date.parse('2026-03-01T20:00:00.120Z')), rate);

describe('runWords', () => {
  it('says pending, done with the frame, or refused with the reason', () => {
    expect(runWords({ state: 'never' }, rate, 'UTC')).toBe('');
    expect(runWords({ state: 'pending' }, rate, 'UTC')).toBe('Pending…');
    expect(runWords({ state: 'done', frame }, rate, 'UTC')).toBe('Done at 20:00:00:03');
    expect(runWords({ state: 'refused', code: 'NOTHING_TO_TAKE' }, rate, 'UTC')).toBe('Refused. Nothing comes next.');
  });

  it("gives the channel's frame number as detail", () => {
    expect(runDetail({ state: 'done', frame }, rate)).toBe(`Frame ${frame} of the channel, 2026-03-01T20:00:00.120Z`);
  });
});
