import { describe, expect, it } from 'vitest';
import { AS_RUN_OUTCOMES, AS_RUN_REASONS } from '../../../shared/contract/index.ts';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import { startDifference } from './as-run-difference.ts';
import { outcomeWord, reasonWords } from './as-run-words.ts';

const rate = parseFrameRate('25');
const planned = '2026-03-01T20:00:00.000Z';

describe('what did air, in words', () => {
  it('has words for every reason and outcome', () => {
    for (const reason of AS_RUN_REASONS) expect(reasonWords({ reason, heldFrames: frames(0), slatedFrames: frames(0) })).toMatch(/^[A-Z]/);
    for (const outcome of AS_RUN_OUTCOMES) expect(outcomeWord(outcome)).toMatch(/^[A-Z]+$/);
  });

  it('tells of held and slated frames', () => {
    expect(reasonWords({ reason: 'media-short', heldFrames: frames(6), slatedFrames: frames(40) })).toBe(
      'File shorter than planned · 6 frames held · 40 frames of slate',
    );
  });
});

describe('startDifference', () => {
  it('is on time within a frame', () => {
    expect(startDifference({ plannedStartsAt: planned, startsAt: '2026-03-01T20:00:00.039Z' }, rate)).toBe('on time');
  });

  it('is signed and counted in tenths of a second', () => {
    expect(startDifference({ plannedStartsAt: planned, startsAt: '2026-03-01T20:01:12.300Z' }, rate)).toBe('+01:12.3');
    expect(startDifference({ plannedStartsAt: planned, startsAt: '2026-03-01T19:59:59.000Z' }, rate)).toBe('−00:01.0');
  });

  it('says nothing of what nobody planned', () => {
    expect(startDifference({ plannedStartsAt: null, startsAt: planned }, rate)).toBe('');
  });
});
