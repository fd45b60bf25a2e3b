import { describe, expect, it } from 'vitest';
import type { EngineStatus } from '../../../shared/engine-protocol/index.ts';
import { frames } from '../../../shared/time/index.ts';
import { breakingText } from './breaking-text.ts';

const breaking = { mode: 'breaking', rate: '25/1', override: { since: frames(1000) } } as unknown as EngineStatus;

describe('breakingText', () => {
  it('tells how long the break has been on air', () => {
    expect(breakingText(breaking, frames(1000 + 83 * 25 + 24))).toBe('00:01:23');
    expect(breakingText(breaking, frames(1000 + 3661 * 25))).toBe('01:01:01');
  });

  it('never tells less than nothing', () => {
    expect(breakingText(breaking, frames(990))).toBe('00:00:00');
  });

  it('tells nothing while the schedule is on air or held', () => {
    expect(breakingText({ ...breaking, mode: 'hold' }, frames(2000))).toBeNull();
    expect(breakingText({ ...breaking, override: null }, frames(2000))).toBeNull();
    expect(breakingText(null, null)).toBeNull();
  });
});
