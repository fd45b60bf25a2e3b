import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { assetId } from './identifiers.ts';
import { type Candidate, NOBODY, type Place, selectMore } from './select-assets.ts';

const candidate = (number: number, changes: Partial<Candidate> = {}): Candidate => ({
  id: assetId(`a${number}`),
  houseId: `COM-00000${number}`,
  title: `Spot ${number}`,
  kind: 'commercial',
  playLength: milliseconds(30_000),
  lifecycle: 'ready',
  isApproved: true,
  isMissing: false,
  rightsFrom: null,
  rightsUntil: null,
  contentRating: null,
  advertiser: null,
  category: null,
  lastAiredAt: null,
  ...changes,
});
const place: Place = {
  at: milliseconds(1_000_000),
  length: milliseconds(60_000),
  leastLength: milliseconds(5_000),
  cooldown: milliseconds(10_000),
  contentRatings: ['PG', 'G'],
  notIds: ['a9'],
  notAdvertisers: ['Acme'],
  notCategories: ['cars'],
  order: 'least-recent',
};

const selectAssets = (pool: readonly Candidate[], of: Place) => selectMore(NOBODY, pool, of, 100);

describe('selectMore', () => {
  it.each<[string, Partial<Candidate>]>([
    ['excluded', { id: assetId('a9') }],
    ['not-ready', { lifecycle: 'retired' }],
    ['not-approved', { isApproved: false }],
    ['missing', { isMissing: true }],
    ['rights-not-begun', { rightsFrom: milliseconds(1_000_001) }],
    ['rights-expired', { rightsUntil: milliseconds(1_029_999) }],
    ['too-long', { playLength: milliseconds(60_001) }],
    ['too-short', { playLength: milliseconds(4_999) }],
    ['rating', { contentRating: '18' }],
    ['advertiser', { advertiser: 'ACME' }],
    ['category', { category: 'Cars' }],
    ['cooldown', { lastAiredAt: milliseconds(990_001) }],
  ])('refuses by the rule %s', (rule, changes) => {
    expect(selectAssets([candidate(1, changes)], place)).toMatchObject({ candidates: [], refused: [{ rule }] });
  });

  it('takes what just fits every rule', () => {
    const edge = {
      rightsFrom: milliseconds(1_000_000),
      rightsUntil: milliseconds(1_030_000),
      contentRating: 'pg',
      lastAiredAt: milliseconds(990_000),
    };
    expect(selectAssets([candidate(1, edge)], place).refused).toEqual([]);
  });

  it('ranks by the last airing or by the fit', () => {
    const pool = [
      candidate(1, { lastAiredAt: milliseconds(5) }),
      candidate(2, { playLength: milliseconds(20_000) }),
      candidate(3, { lastAiredAt: milliseconds(4), playLength: milliseconds(60_000) }),
      candidate(4),
    ];
    const ranked = (order: Place['order']) => selectAssets(pool, { ...place, order }).candidates.map(({ id }) => id);
    expect(ranked('least-recent')).toEqual(['a4', 'a2', 'a3', 'a1']);
    expect(ranked('best-fit')).toEqual(['a3', 'a4', 'a1', 'a2']);
  });

  it('answers for every asset once, whatever order they come in', () => {
    const pool = Array.from({ length: 9 }, (_, index) =>
      candidate(index, { isApproved: index % 3 !== 0, playLength: milliseconds(10_000 + (index % 2)) }),
    );
    const answer = selectAssets(pool, place).candidates;
    fc.assert(
      fc.property(fc.shuffledSubarray(pool, { minLength: pool.length }), (shuffled) => {
        const { candidates, refused } = selectAssets(shuffled, place);
        expect(candidates).toEqual(answer);
        expect(candidates.length + refused.length).toBe(pool.length);
      }),
    );
  });

  it('keeps the best of a pool that comes in parts, and counts all', () => {
    const pool = Array.from({ length: 9 }, (_, index) =>
      candidate(index, { isApproved: index % 3 !== 0, lastAiredAt: milliseconds(index % 2) }),
    );
    const whole = selectAssets(pool, place);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), (limit, cut) => {
        const first = selectMore(NOBODY, pool.slice(0, cut), place, limit);
        const parts = selectMore(first, pool.slice(cut), place, limit);
        expect(parts.candidates).toEqual(whole.candidates.slice(0, limit));
        expect(parts.refused).toEqual(whole.refused.slice(0, limit));
        expect([parts.candidateCount, parts.refusedCount]).toEqual([6, 3]);
      }),
    );
  });
});
