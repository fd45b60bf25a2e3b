import { describe, expect, it } from 'vitest';
import { planSchema } from '../contract/plan.ts';
import { PLAN_TEMPLATES } from './index.ts';

describe('the ready-made plans', () => {
  it.each(PLAN_TEMPLATES.map((template) => [template.id, template] as const))(
    '%s is a valid plan, with words to choose it by',
    (_, template) => {
      expect(planSchema.parse(template.plan)).toEqual(template.plan);
      expect(template.description.length).toBeGreaterThan(40);
    },
  );

  it('have ids of their own', () => {
    expect(new Set(PLAN_TEMPLATES.map(({ id }) => id)).size).toBe(PLAN_TEMPLATES.length);
  });
});
