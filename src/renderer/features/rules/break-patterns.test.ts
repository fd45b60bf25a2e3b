import { describe, expect, it } from 'vitest';
import { planSchema } from '../../../shared/contract/index.ts';
import { PLAN_TEMPLATES } from '../../../shared/plan-templates/index.ts';
import { breakPatternWords, daypartsWith, newBreakPattern, withoutBreakPattern } from './break-patterns.ts';

const PLAN = PLAN_TEMPLATES[0]!.plan;

describe('break patterns', () => {
  it('are made so that the station accepts them, beside any others', () => {
    const plan = { ...PLAN, breakPatterns: [...PLAN.breakPatterns, newBreakPattern(PLAN)] };
    const twice = { ...plan, breakPatterns: [...plan.breakPatterns, newBreakPattern(plan)] };
    expect(planSchema.safeParse(twice).success).toBe(true);
  });

  it('leave no daypart with a pattern that is gone', () => {
    const id = PLAN.breakPatterns[0]!.id;
    expect(daypartsWith(PLAN, id)).not.toEqual([]);
    const without = withoutBreakPattern(PLAN, id);
    expect(daypartsWith(without, id)).toEqual([]);
    expect(planSchema.safeParse(without).success).toBe(true);
  });

  it('say when their breaks come', () => {
    expect(breakPatternWords({ between: true, inside: { type: 'every', minutes: 12 } })).toBe('Between programmes, every 12 min');
    expect(breakPatternWords({ between: false, inside: { type: 'markers' } })).toBe('At markers');
    expect(breakPatternWords({ between: false, inside: { type: 'none' } })).toBe('No breaks');
  });
});
