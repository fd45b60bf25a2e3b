import { z } from 'zod';
import { assetKindSchema } from './asset-kind.ts';
import { call } from './call.ts';
import { copyDaySchema, dayCopiedSchema, dayCopySchema, dayCopyTrialSchema } from './playlog-copy-day.ts';
import { playlogEditedSchema, playlogEditsSchema } from './playlog-edits.ts';
import { framesSchema, instantSchema, millisecondsSchema } from './quantities.ts';

/** How an item starts: after the one before it, at its own time to the frame, or when the operator says. */
const START_MODES = ['follow', 'fixed', 'manual'] as const;
export const startModeSchema = z.enum(START_MODES);

/** Why an item stands where it does: the rule, the pick's seed, who else stood for it and why each was refused. */
export const explanationSchema = z.object({
  rule: z.string(),
  seed: z.string().nullable(),
  candidateCount: z.int(),
  refused: z.array(z.object({ assetId: z.string(), title: z.string(), reason: z.string() })),
  relaxed: z.string().nullable(),
});
export type Explanation = z.infer<typeof explanationSchema>;

/** One item of what will air. Ranges are half-open on the channel's frame grid. */
export const playlogItemSchema = z.object({
  id: z.string(),
  startsAt: instantSchema,
  startFrame: framesSchema,
  durationFrames: framesSchema,
  kind: assetKindSchema,
  title: z.string(),
  houseId: z.string().nullable(),
  assetId: z.string().nullable().describe('null: a live input, or the generated slate'),
  inputId: z.string().nullable().optional().describe('The live input that is on; null: a media file, or the generated slate'),
  inFrame: framesSchema.describe("Where in the media the item starts, in the channel's frames"),
  startMode: startModeSchema,
  status: z.enum(['planned', 'on-air', 'aired', 'partial', 'missed', 'failed']),
  explanation: explanationSchema,
  airingId: z.string().nullable().optional().describe('Shared by the parts of one programme'),
  breakId: z.string().nullable().optional().describe('Shared by the items of one break'),
  campaignId: z.string().nullable().optional(),
  breach: z.string().nullable().optional().describe('Why the rules would not let it air there: only a person can have left it'),
  plannedStartsAt: instantSchema
    .nullable()
    .optional()
    .describe("Of a daypart's first item: when the plan has it begin; of others it names no time"),
  placedBy: z.string().nullable().optional().describe('The person who put it there; the planner leaves it'),
});
export type PlaylogItem = z.infer<typeof playlogItemSchema>;

/** What will air, item by item, without a gap. */
export const playlogContract = {
  list: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/playlog', tags: ['playlog'] })
    .input(z.strictObject({ from: instantSchema.optional(), to: instantSchema.optional() }))
    .output(
      z.object({
        revision: z.int(),
        lockWindowMs: millisecondsSchema.describe('Less than this ahead of the air nothing is changed but by the air controls'),
        items: z.array(playlogItemSchema),
      }),
    ),
  edit: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'POST', path: '/api/playlog/edits', tags: ['playlog'] })
    .input(playlogEditsSchema)
    .output(playlogEditedSchema),
  tryCopyDay: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'GET', path: '/api/playlog/copy-day', tags: ['playlog'] })
    .input(dayCopySchema)
    .output(dayCopyTrialSchema),
  copyDay: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'POST', path: '/api/playlog/copy-day', tags: ['playlog'] })
    .input(copyDaySchema)
    .output(dayCopiedSchema),
  undo: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'POST', path: '/api/playlog/undo', tags: ['playlog'] })
    .output(playlogEditedSchema),
  redo: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'POST', path: '/api/playlog/redo', tags: ['playlog'] })
    .output(playlogEditedSchema),
};
