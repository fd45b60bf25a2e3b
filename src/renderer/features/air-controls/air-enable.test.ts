import { beforeEach, describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { enabledFor, useAirEnable } from './air-enable.ts';

const left = (now: number) => enabledFor(useAirEnable.getState().usedAt, milliseconds(now));

describe('air enable', () => {
  beforeEach(() => useAirEnable.setState({ usedAt: null }));

  it('is off until somebody turns it on', () => {
    useAirEnable.getState().use(milliseconds(5));
    expect(left(10)).toBe(0);
  });

  it('goes off after two idle minutes', () => {
    useAirEnable.getState().set(true, milliseconds(1000));
    expect(left(1000)).toBe(120_000);
    expect(left(120_999)).toBe(1);
    expect(left(121_000)).toBe(0);
  });

  it('counts the two minutes from the last command', () => {
    useAirEnable.getState().set(true, milliseconds(0));
    useAirEnable.getState().use(milliseconds(100_000));
    expect(left(150_000)).toBe(70_000);
  });
});
