import { describe, expect, it } from 'vitest';
import { faultOf } from './fault-of.ts';

const REFUSAL = { code: 'BAD_INPUT', sentence: 'plan.dayparts.2.name: Too short', field: 'plan.dayparts.2.name' } as const;

describe('what the station holds against an input', () => {
  it('stands at the input, and at the group that holds it', () => {
    expect(faultOf(REFUSAL, 'dayparts.2.name')).toBe('Too short');
    expect(faultOf(REFUSAL, 'dayparts.2')).toBe('Too short');
  });

  it('stands at no other one', () => {
    expect(faultOf(REFUSAL, 'dayparts.2.nam')).toBeNull();
    expect(faultOf(REFUSAL, 'dayparts.20')).toBeNull();
    expect(faultOf({ ...REFUSAL, field: null }, 'dayparts.2.name')).toBeNull();
    expect(faultOf(null, 'dayparts.2.name')).toBeNull();
  });
});
