import { expect, it } from 'vitest';
import type { PlaylogItem } from '../../../shared/contract/index.ts';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import { landingWords } from './landing.ts';

const rate = parseFrameRate('25');
const due = { title: 'Evening News', startFrame: frames(1000) } as PlaylogItem;

it('tells the item and the position that a rejoin would land on', () => {
  expect(landingWords(due, frames(1000 + 25 * 83 + 4), rate)).toBe('Evening News at 01:23:04');
});

it('promises no item that it does not know', () => {
  expect(landingWords(null, frames(5), rate)).toBe('Where the schedule is now');
  expect(landingWords(due, null, rate)).toBe('Where the schedule is now');
});
