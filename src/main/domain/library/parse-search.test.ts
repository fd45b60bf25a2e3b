import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { parseSearch } from './parse-search.ts';

const NOW = milliseconds(1_000_000_000_000);
const DAY = 86_400_000;

const filtersOf = (typed: string) => {
  const parsed = parseSearch(typed, NOW);
  return parsed.ok ? parsed.search.filters : parsed.message;
};
const wordsOf = (typed: string) => {
  const parsed = parseSearch(typed, NOW);
  return parsed.ok ? parsed.search.words : parsed.message;
};

describe('parseSearch', () => {
  it('keeps words apart from tokens', () => {
    expect(wordsOf('night kind:promo train')).toBe('night train');
    expect(filtersOf('night train')).toEqual([]);
    expect(wordsOf('Alien: Covenant 7<8 "kind:promo"')).toBe('Alien: Covenant 7<8  kind:promo ');
  });

  it.each([
    ['kind:promo', { type: 'kind', kinds: ['promo'] }],
    ['kind:spots,ident', { type: 'kind', kinds: ['commercial', 'station-id'] }],
    ['genre:news', { type: 'term', field: 'genre', term: 'news', isWanted: true }],
    ['-tag:"late night"', { type: 'term', field: 'tag', term: 'late night', isWanted: false }],
    ['with:"Ada L"', { type: 'term', field: 'person', term: 'Ada L', isWanted: true }],
    ['expires<7d', { type: 'range', field: 'rights-until', from: null, below: NOW + 7 * DAY }],
    ['duration>30m', { type: 'range', field: 'length', from: 1_800_001, below: null }],
    ['duration<=90s', { type: 'range', field: 'length', from: null, below: 90_001 }],
    ['year:1994', { type: 'range', field: 'year', from: 1994, below: 1995 }],
    ['year>=1990', { type: 'range', field: 'year', from: 1990, below: null }],
    ['added<1w', { type: 'range', field: 'imported', from: NOW - 7 * DAY + 1, below: null }],
    ['aired>30d', { type: 'range', field: 'last-aired', from: null, below: NOW - 30 * DAY }],
    ['never:aired', { type: 'never-aired' }],
    ['unused:yes', { type: 'unused', isWanted: true }],
    ['is:bin', { type: 'state', state: 'bin', isWanted: true }],
    ['-is:approved', { type: 'state', state: 'approved', isWanted: false }],
    ['IS:Missing', { type: 'state', state: 'missing', isWanted: true }],
  ])('understands %s', (typed, filter) => {
    expect(filtersOf(typed)).toEqual([filter]);
  });

  it.each([
    'kind:opera',
    'colour:red',
    'expires<soon',
    'duration:30m',
    'never:seen',
    'unused:maybe',
    'is:great',
    'year:94',
    'tag<x',
    '-kind:promo',
    'constructor:x',
  ])('refuses %s and names it', (token) => {
    const parsed = parseSearch(`night ${token} train`, NOW);
    expect(parsed).toMatchObject({ ok: false, token, message: expect.stringContaining(token) });
  });

  it('never throws, whatever is typed', () => {
    const pieces = fc.constantFrom('kind:', 'tag:', '"', '-', '<', '>=', 'is:', 'x', ' ', '7d', 'year', ':');
    fc.assert(fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => void parseSearch(parts.join(''), NOW)));
  });
});
