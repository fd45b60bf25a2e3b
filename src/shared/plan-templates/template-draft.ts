import type { z } from 'zod';
import type { planSchema } from '../contract/plan.ts';

/** A ready-made plan as it is written down: what is left out is the plan's own default. */
export interface TemplateDraft {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly plan: z.input<typeof planSchema>;
}

type DaypartDraft = TemplateDraft['plan']['dayparts'][number];

/** Every day of the week. */
export const EVERY_DAY: DaypartDraft['when'] = { type: 'weekly', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] };
/** Monday to Friday. */
export const WORKDAYS: DaypartDraft['when'] = { type: 'weekly', days: ['mon', 'tue', 'wed', 'thu', 'fri'] };
/** Saturday and Sunday. */
export const WEEKEND: DaypartDraft['when'] = { type: 'weekly', days: ['sat', 'sun'] };
