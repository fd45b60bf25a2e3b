import { describe, expect, it } from 'vitest';
import { PLAN_TEMPLATES } from '../../../shared/plan-templates/index.ts';
import { placeOfFault } from './place-of-fault.ts';

const PLAN = PLAN_TEMPLATES[0]!.plan;

describe('the place of a fault', () => {
  it('is the section with the daypart or the pattern in hand', () => {
    expect(placeOfFault(PLAN, 'plan.dayparts.1.name')).toEqual({ section: 'week', selected: PLAN.dayparts[1]?.id });
    expect(placeOfFault(PLAN, 'breakPatterns.0.pod')).toEqual({ section: 'breaks', pattern: PLAN.breakPatterns[0]?.id });
    expect(placeOfFault(PLAN, 'watershed.0.from')).toEqual({ section: 'day' });
  });

  it('is where one is when the fault names no input, or a list as a whole', () => {
    expect([placeOfFault(PLAN, null), placeOfFault(PLAN, 'revision')]).toEqual([{}, {}]);
    expect(placeOfFault(PLAN, 'dayparts')).toEqual({ section: 'week' });
  });
});
