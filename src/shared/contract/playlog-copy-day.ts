import { z } from 'zod';
import { playlogEditedSchema } from './playlog-edits.ts';
import { instantSchema } from './quantities.ts';

/** Which broadcast day is copied to which other one, and what of it. */
export const dayCopySchema = z.strictObject({
  from: z.iso.date().describe('The broadcast day that is copied: aired or planned'),
  to: z.iso.date().describe('The broadcast day on which the same is to air, at the same local times'),
  what: z.enum(['programmes', 'everything']).default('programmes').describe('everything: spots, promos and the rest with the programmes'),
});
export type DayCopy = z.infer<typeof dayCopySchema>;

/** An order to copy a day, altogether or not at all. */
export const copyDaySchema = dayCopySchema.extend({
  revision: z.int().describe('The revision of the playlog that it is made on'),
  leaveOut: z.boolean().default(false).describe('Leaves out what may not air there; otherwise that refuses the whole copy'),
});

/** What of a day can not be copied, and why. */
const leftOutSchema = z.array(
  z.object({
    title: z.string(),
    startsAt: instantSchema.describe('Where it would start; where the clock leaves no time for it, its start on the day that is copied'),
    reason: z.string(),
  }),
);

/** What copying a day would come to. */
export const dayCopyTrialSchema = z.object({
  revision: z.int(),
  /** Items that would be placed. */
  copied: z.int(),
  leftOut: leftOutSchema,
});
export type DayCopyTrial = z.infer<typeof dayCopyTrialSchema>;

/** What copying a day came to. `dropped`: what people had placed there and gave way. */
export const dayCopiedSchema = playlogEditedSchema.extend({ copied: z.int(), leftOut: leftOutSchema });
export type DayCopied = z.infer<typeof dayCopiedSchema>;
