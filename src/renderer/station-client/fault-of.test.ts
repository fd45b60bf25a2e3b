import { describe, expect, it } from 'vitest';
import { faultOf } from './fault-of.ts';

const REFUSAL = { code: 'BAD_INPUT', sentence: 'plan.dayparts.2.name: Too short', field: 'plan.dayparts.2.name' } as const;

describe('what the station holds against an input', () => {
  it('stands at the input, and at the group that holds it', () => {
    expect(faultOf(REFUSAL, 'dayparts.2.name')).toBe('Too short');
    expect(faultOf(REFUSAL, 'dayparts.2')).toBe('Too short');
  });

  it('is said in words', () => {
    const wordsOf = (sentence: string) => faultOf({ code: 'BAD_INPUT', sentence: `name: ${sentence}`, field: 'name' }, 'name');
    expect(wordsOf('Too small: expected string to have >=1 characters')).toBe('Must not be empty');
    expect(wordsOf('Too small: expected array to have >=1 items')).toBe('Must not be empty');
    expect(wordsOf('Too small: expected number to be >=5')).toBe('At least 5');
    expect(wordsOf('Too big: expected number to be <=1800')).toBe('At most 1800');
    expect(wordsOf('This id is taken already')).toBe('This id is taken already');
  });

  it('stands at no other one', () => {
    expect(faultOf(REFUSAL, 'dayparts.2.nam')).toBeNull();
    expect(faultOf(REFUSAL, 'dayparts.20')).toBeNull();
    expect(faultOf({ ...REFUSAL, field: null }, 'dayparts.2.name')).toBeNull();
    expect(faultOf(null, 'dayparts.2.name')).toBeNull();
  });
});
