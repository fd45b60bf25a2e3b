import { expect, it } from 'vitest';
import type { Landing } from '../../../shared/engine-protocol/index.ts';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import { landingWords } from './landing.ts';

const rate = parseFrameRate('25/1');
const item = {
  id: 'one',
  title: 'Morning news',
  kind: 'programme',
  startFrame: frames(25 * 3600),
  durationFrames: frames(25 * 60),
} as const;
const landing = (offset: number): Landing => ({ policy: 'rejoin', item, offsetFrames: frames(offset) });

it('names the item, when it began, and how far into it the return lands', () => {
  expect(landingWords(landing(25 * 10), rate, 'UTC')).toBe('Morning news (01:00:00), 00:10:00 in');
});

it('says that an item is seen whole', () => {
  expect(landingWords(landing(0), rate, 'UTC')).toBe('Morning news, from its start (01:00:00)');
});

it('says when nothing is scheduled there', () => {
  expect(landingWords({ ...landing(0), item: null }, rate, 'UTC')).toBe('Nothing is scheduled there');
});
