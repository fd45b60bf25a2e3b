import { describe, expect, it } from 'vitest';
import { backOff } from './back-off.ts';

describe('backOff', () => {
  it('tries again soon after a loss, and less and less often up to every five seconds', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map(backOff)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
  });
});
