import { z } from 'zod';
import { call } from './call.ts';
import { planInputSchema, plannedSchema } from './plan.ts';
import { framesSchema, instantSchema } from './quantities.ts';

/** What a plan would change, before it does. */
export const dryRunSchema = z.object({
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
  programmes: z.array(z.object({ startsAt: instantSchema, durationFrames: framesSchema, title: z.string(), startMode: z.string() })),
});
export type DryRun = z.infer<typeof dryRunSchema>;

/** A programme of a day with the breaks inside it, and the break after it. */
const dayProgrammeSchema = z.object({
  airingId: z.string(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  title: z.string(),
  houseId: z.string().nullable(),
  assetId: z.string().nullable(),
  breaks: z.array(z.object({ startsAt: instantSchema, durationFrames: framesSchema, titles: z.array(z.string()) })),
});
export type DayProgramme = z.infer<typeof dayProgrammeSchema>;

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
};
