import { z } from 'zod';
import { affidavitCalls, asRunCheckSchema, reconciliationSchema } from './as-run-reports.ts';
import { assetKindSchema } from './asset-kind.ts';
import { call } from './call.ts';
import { framesSchema, instantSchema } from './quantities.ts';

/** What became of a planned item, or of one that nobody planned. */
export const AS_RUN_OUTCOMES = ['aired', 'partial', 'missed', 'skipped', 'failed', 'replaced', 'inserted'] as const;

/** What caused a row to differ from the plan; `as-planned` when nothing did. */
export const AS_RUN_REASONS = [
  'as-planned',
  'joined-in-progress',
  'operator-take',
  'operator-skip',
  'operator-panic',
  'operator-return',
  'operator-hold',
  'operator-breaking',
  'input-lost',
  'media-missing',
  'media-corrupt',
  'media-short',
  'decoder-lost',
  'pictures-late',
  'engine-lost',
  'nothing-scheduled',
  'left-air',
  'clock-stepped',
] as const;

/** One row of what did air, to the frame. Rows are only ever added. */
export const asRunRowSchema = z.object({
  seq: z.int(),
  itemId: z.string().nullable(),
  assetId: z.string().nullable(),
  houseId: z.string().nullable(),
  title: z.string(),
  kind: assetKindSchema,
  plannedStartsAt: instantSchema.nullable(),
  plannedDurationFrames: framesSchema.nullable(),
  startsAt: instantSchema,
  startFrame: framesSchema,
  durationFrames: framesSchema,
  heldFrames: framesSchema,
  slatedFrames: framesSchema,
  outcome: z.enum(AS_RUN_OUTCOMES),
  reason: z.enum(AS_RUN_REASONS),
  cause: z.string().describe('Who or what: schedule, engine, or an operator by name'),
  amends: z.int().optional().describe('Of a correction: the row that it puts right'),
  note: z.string().optional().describe('Of a correction: what it is for'),
});
export type AsRunRow = z.infer<typeof asRunRowSchema>;

/** A correction of a row. The row stays; the correction is a new one that counts in its place. */
const amendmentSchema = z.strictObject({
  seq: z.int().min(1),
  outcome: z.enum(AS_RUN_OUTCOMES),
  reason: z.enum(AS_RUN_REASONS),
  note: z.string().trim().min(1).max(500),
});

/** What did air. */
export const asRunContract = {
  list: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/as-run', tags: ['as-run'] })
    .input(
      z.strictObject({
        from: instantSchema.optional(),
        to: instantSchema.optional(),
        limit: z.coerce.number().int().min(1).max(5000).default(1000),
      }),
    )
    .output(z.object({ items: z.array(asRunRowSchema) })),
  csv: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/as-run.csv', tags: ['as-run'] })
    .input(z.strictObject({ date: z.iso.date() }))
    .output(z.file()),
  json: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/as-run.json', tags: ['as-run'] })
    .input(z.strictObject({ date: z.iso.date() }))
    .output(z.file()),
  amend: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'POST', path: '/api/as-run/amendments', tags: ['as-run'] })
    .input(amendmentSchema)
    .output(asRunRowSchema),
  ...affidavitCalls,
  verify: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/as-run/verify', tags: ['as-run'] })
    .output(asRunCheckSchema),
  reconcile: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/as-run/reconciliation', tags: ['as-run'] })
    .input(z.strictObject({ date: z.iso.date() }))
    .output(reconciliationSchema),
};
