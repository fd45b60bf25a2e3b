import { z } from 'zod';
import { call } from './call.ts';
import { framesSchema, instantSchema } from './quantities.ts';

/** Whether every row of the log is as it was written, and each follows the one before it. `fault` names the first that is not. */
export const asRunCheckSchema = z.object({
  ok: z.boolean(),
  rows: z.int().describe('Rows that were found whole'),
  fault: z
    .object({
      seq: z.int(),
      what: z.enum(['changed', 'missing', 'unchained', 'cut-off']).describe('cut-off: rows at the very end are gone'),
    })
    .nullable(),
  /** The first row that is kept; earlier ones were put away after 25 months. */
  firstSeq: z.int(),
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

/** One play of an advertiser's spot, as it aired. */
const affidavitPlaySchema = z.object({
  seq: z.int().describe('Its row in the as-run log'),
  date: z.iso.date().describe('The broadcast day'),
  airedAt: instantSchema,
  /** The same in the channel's time zone: HH:MM:SS. */
  localTime: z.string(),
  title: z.string(),
  houseId: z.string().nullable(),
  campaign: z.string().nullable(),
  durationFrames: framesSchema,
  durationMs: z.number(),
});
export type AffidavitPlay = z.infer<typeof affidavitPlaySchema>;

/** A station's statement of when an advertiser's spots aired, from the log and nothing else. */
export const affidavitSchema = z.object({
  station: z.string(),
  advertiser: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  zone: z.string(),
  preparedAt: instantSchema,
  plays: z.array(affidavitPlaySchema),
  totalMs: z.number(),
  /** Spots of the advertiser that did not air as planned in that time. */
  notAired: z.int(),
  chain: asRunCheckSchema,
});
export type Affidavit = z.infer<typeof affidavitSchema>;

const affidavitInputSchema = z
  .strictObject({
    advertiser: z.string().trim().min(1).max(200),
    /** Broadcast days, both included; a quarter of a year at most. */
    from: z.iso.date(),
    to: z.iso.date(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'Not before the day that it starts on' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 92 * 86_400_000, { path: ['to'], message: '93 days at most' });

/** An advertiser's plays, as data and as a page to be printed and signed. */
export const affidavitCalls = {
  affidavit: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/as-run/affidavit', tags: ['as-run'] })
    .input(affidavitInputSchema)
    .output(affidavitSchema),
  affidavitPage: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/as-run/affidavit.html', tags: ['as-run'] })
    .input(affidavitInputSchema)
    .output(z.file()),
};
