import { describe, expect, it } from 'vitest';
import { airWith } from '../station-router/air.fixture.ts';
import { tallyOf } from './tally.ts';

describe('the tally', () => {
  it('is lit while the channel plays by its schedule and all is well', () => {
    expect(tallyOf(airWith({}))).toBe('on-air');
  });

  it('is dark when the channel is off air, or nothing was ever heard of it', () => {
    expect(tallyOf(airWith({ mode: 'off-air' }))).toBe('off-air');
    expect(tallyOf({ ...airWith({}), status: null })).toBe('off-air');
  });

  it('asks for a look when something is wrong, overridden or not heard', () => {
    expect(tallyOf(airWith({ lamps: { encoder: { state: 'warning', detail: '' } } }))).toBe('trouble');
    expect(tallyOf(airWith({ mode: 'panic' }))).toBe('trouble');
    expect(tallyOf({ ...airWith({}), isConnected: false })).toBe('trouble');
  });
});
