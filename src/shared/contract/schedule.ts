import { z } from 'zod';
import { call } from './call.ts';
import { planInputSchema, plannedSchema } from './plan.ts';
import { framesSchema, instantSchema } from './quantities.ts';

/** What a plan would change, before it does. */
const dryRunSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  itemCount: z.int(),
  /** Items that would go, come, or stay as they are. */
  removed: z.int(),
  added: z.int(),
  kept: z.int(),
  /** Time that nothing but slate would fill: 0 when all is well. */
  slateFrames: framesSchema,
  /** Rules that would have to be relaxed, and how often. */
  relaxed: z.array(z.object({ rule: z.string(), count: z.int() })),
  /** The same by daypart, in the order in which they first come: where to look. */
  findings: z.array(
    z.object({
      daypartId: z.string().nullable().describe('null: time that no daypart asked for'),
      rule: z.string().nullable().describe('The rule that was relaxed; null: slate'),
      count: z.int(),
      firstAt: instantSchema,
    }),
  ),
  programmes: z.array(z.object({ startsAt: instantSchema, durationFrames: framesSchema, title: z.string(), startMode: z.string() })),
});
export type DryRun = z.infer<typeof dryRunSchema>;

/** A break of a day. Its avail is the time that it keeps for spots: `filledFrames` of it have one, `openFrames` have none yet or took promos and filler. */
const dayBreakSchema = z.object({
  breakId: z.string().nullable(),
  startsAt: instantSchema,
  durationFrames: framesSchema,
  titles: z.array(z.string()),
  availFrames: framesSchema,
  filledFrames: framesSchema,
  openFrames: framesSchema,
});

/** A programme of a day with the breaks inside it, and the break after it. */
const dayProgrammeSchema = z.object({
  airingId: z.string().nullable(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  title: z.string(),
  houseId: z.string().nullable(),
  assetId: z.string().nullable(),
  inputId: z.string().nullable().optional().describe('The live input that is on; null: media'),
  startMode: z.string(),
  breaks: z.array(dayBreakSchema),
});
export type DayProgramme = z.infer<typeof dayProgrammeSchema>;

/** A broadcast day. Up to `plannedUntil` it is the playlog; what comes later is what the plan would do now. */
const daySchema = z.object({
  date: z.iso.date(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  plannedUntil: instantSchema,
  programmes: z.array(dayProgrammeSchema),
});
export type Day = z.infer<typeof daySchema>;

/** What planning anew came to. */
const generatedSchema = z.object({
  revision: z.int(),
  planned: z.int().describe('Items that were planned anew; 0: by the plan it would all be the same'),
  from: instantSchema.nullable().describe('Where the first of them starts'),
});
export type Generated = z.infer<typeof generatedSchema>;

/** A ready-made plan to start from. */
const planTemplateSchema = z.object({ id: z.string(), name: z.string(), description: z.string(), plan: planInputSchema });

/** The plan of the channel: what it goes by, what it would do, and what a day looks like. */
export const scheduleContract = {
  getPlan: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/schedule/plan', tags: ['schedule'] })
    .output(plannedSchema),
  putPlan: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'PUT', path: '/api/schedule/plan', tags: ['schedule'] })
    .input(planInputSchema)
    .output(plannedSchema),
  listTemplates: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/schedule/templates', tags: ['schedule'] })
    .output(z.object({ items: z.array(planTemplateSchema) })),
  dryRun: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'POST', path: '/api/schedule/dry-run', tags: ['schedule'] })
    .input(z.strictObject({ plan: planInputSchema, hours: z.int().min(1).max(168).default(48) }))
    .output(dryRunSchema),
  generate: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'POST', path: '/api/schedule/generate', tags: ['schedule'] })
    .input(
      z
        .strictObject({
          through: z.iso.date().optional().describe('The broadcast day up to whose end to plan; without it, as far as ever'),
        })
        .default({}),
    )
    .output(generatedSchema),
  getDay: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/schedule/days/{date}', tags: ['schedule'] })
    .input(z.strictObject({ date: z.iso.date() }))
    .output(daySchema),
};
