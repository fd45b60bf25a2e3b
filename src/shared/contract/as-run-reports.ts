import { z } from 'zod';
import { framesSchema, instantSchema } from './quantities.ts';

/** Whether every row of the log is as it was written, and each follows the one before it. `fault` names the first that is not. */
export const asRunCheckSchema = z.object({
  ok: z.boolean(),
  rows: z.int().describe('Rows that were found whole'),
  fault: z.object({ seq: z.int(), what: z.enum(['changed', 'missing', 'unchained']) }).nullable(),
});
export type AsRunCheck = z.infer<typeof asRunCheckSchema>;

/** Every difference between a broadcast day's playlog and its log, with its reason. */
export const reconciliationSchema = z.object({
  date: z.iso.date(),
  items: z.array(
    z.object({
      itemId: z.string().nullable(),
      title: z.string(),
      plannedAt: instantSchema.nullable(),
      plannedFrames: framesSchema.nullable(),
      airedAt: instantSchema.nullable(),
      airedFrames: z.int(),
      outcome: z.string(),
      reason: z.string(),
      cause: z.string(),
    }),
  ),
});
export type Reconciliation = z.infer<typeof reconciliationSchema>;
