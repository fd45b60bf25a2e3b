import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { scrubLayout } from './scrub-layout.ts';

describe('scrubLayout', () => {
  it('takes a still every half second of a short film, at least one', () => {
    expect(scrubLayout(milliseconds(2_000))).toMatchObject({ count: 4, columns: 10, rows: 1, every: 500 });
    expect(scrubLayout(milliseconds(40))).toMatchObject({ count: 1, rows: 1, every: 40 });
  });

  it('spreads a hundred stills over a long one', () => {
    expect(scrubLayout(milliseconds(7_200_000))).toMatchObject({ count: 100, rows: 10, every: 72_000 });
  });
});
