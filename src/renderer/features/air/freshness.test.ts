import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { freshnessOf } from './freshness.ts';

const start = milliseconds(0);
const word = { ageMs: milliseconds(100), hasStatus: true, heardAt: milliseconds(10_000) };
const wordAged = (ms: number) => freshnessOf(word, milliseconds(10_000 + ms), start);

describe('freshnessOf', () => {
  it('trusts a word for a second, counting the time it had been under way', () => {
    expect(wordAged(0)).toBe('fresh');
    expect(wordAged(900)).toBe('fresh');
    expect(wordAged(901)).toBe('stale');
  });

  it('calls the engine lost after three seconds', () => {
    expect(wordAged(2900)).toBe('stale');
    expect(wordAged(2901)).toBe('lost');
  });

  it('waits three seconds for the first word', () => {
    expect(freshnessOf(null, milliseconds(3000), start)).toBe('unheard');
    expect(freshnessOf(null, milliseconds(3001), start)).toBe('lost');
    expect(freshnessOf({ ...word, hasStatus: false }, milliseconds(3001), start)).toBe('lost');
  });
});
