import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planSchema } from '../../../shared/contract/index.ts';
import { PLAN_TEMPLATES } from '../../../shared/plan-templates/index.ts';
import { breakPatternWords, daypartsWith, newBreakPattern, POD_PARTS, withoutBreakPattern, withPartMoved } from './break-patterns.ts';

const PLAN = PLAN_TEMPLATES[0]!.plan;
const pods = fc.array(fc.constantFrom(...POD_PARTS), { minLength: 1, maxLength: 20 });

describe('break patterns', () => {
  it('are made so that the station accepts them, beside any others', () => {
    const plan = { ...PLAN, breakPatterns: [...PLAN.breakPatterns, newBreakPattern(PLAN)] };
    const twice = { ...plan, breakPatterns: [...plan.breakPatterns, newBreakPattern(plan)] };
    expect(planSchema.safeParse(twice).success).toBe(true);
  });

  it('keep every part of a pod when one is moved', () => {
    fc.assert(
      fc.property(pods, fc.nat({ max: 19 }), fc.integer({ min: -25, max: 25 }), (pod, index, by) => {
        expect(withPartMoved(pod, index, by).toSorted()).toEqual(pod.toSorted());
      }),
    );
  });

  it('bring a part to its place, and stop at either end', () => {
    expect(withPartMoved(['bumper', 'spots', 'promo'], 0, 1)).toEqual(['spots', 'bumper', 'promo']);
    expect(withPartMoved(['bumper', 'spots', 'promo'], 2, -9)).toEqual(['promo', 'bumper', 'spots']);
    expect(withPartMoved(['bumper', 'spots', 'promo'], 1, 9)).toEqual(['bumper', 'promo', 'spots']);
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
