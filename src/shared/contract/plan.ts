import { z } from 'zod';
import { isTimeZone } from '../time/station-calendar.ts';
import { checkPlan } from './plan-references.ts';

const nameSchema = z.string().trim().min(1).max(200);
const idSchema = z.string().regex(/^[\w-]{1,60}$/, 'An id: letters, digits, - and _');
const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'A local time of day: HH:MM or HH:MM:SS');
const minutesSchema = z.int().min(0).max(527_040);

/** The days of the week, Monday first, as ISO 8601 numbers them from 1. */
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Which assets stand for a pick: any of the words of each list that is not empty, compared without regard to case. */
export const assetFilterSchema = z.strictObject({
  genres: z.array(nameSchema).max(50).default([]),
  tags: z.array(nameSchema).max(50).default([]),
  series: z.array(nameSchema).max(50).default([]),
  ratings: z.array(nameSchema).max(50).default([]),
});
export type AssetFilter = z.infer<typeof assetFilterSchema>;

const titleSchema = z.strictObject({ type: z.literal('title'), houseId: nameSchema });
const seriesSchema = z.strictObject({
  type: z.literal('series'),
  series: nameSchema,
  /** Who remembers the episode: this daypart alone, or all dayparts that share the series. */
  memory: z.enum(['daypart', 'shared']).default('shared'),
  /** How many episodes air in one occurrence of the daypart; null: as many as it holds. */
  episodes: z.int().min(1).max(1000).nullable().default(null),
});
const marathonSchema = z.strictObject({ type: z.literal('marathon'), series: nameSchema });
const leastRecentSchema = z.strictObject({
  type: z.literal('least-recent'),
  filter: assetFilterSchema.prefault({}),
  cooldownMinutes: minutesSchema.default(1440),
});
const randomSchema = z.strictObject({
  type: z.literal('random'),
  filter: assetFilterSchema.prefault({}),
  cooldownMinutes: minutesSchema.default(1440),
});
const simpleSelectionSchema = z.discriminatedUnion('type', [titleSchema, seriesSchema, marathonSchema, leastRecentSchema, randomSchema]);

/** One way to choose a programme. */
export type SimpleSelection = z.infer<typeof simpleSelectionSchema>;

/** One live source for as long as the daypart lasts; no part of a block, because it has no length of its own. */
const liveSchema = z.strictObject({
  type: z.literal('live'),
  inputId: z.string().min(1, 'Choose a live input').max(100).describe('The id of a live input of the station'),
});

/** How a daypart's programmes are chosen; a block plays its parts once each, in order. */
const selectionSchema = z.discriminatedUnion('type', [
  titleSchema,
  seriesSchema,
  marathonSchema,
  leastRecentSchema,
  randomSchema,
  z.strictObject({ type: z.literal('block'), parts: z.array(simpleSelectionSchema).min(1).max(100) }),
  liveSchema,
]);

/** What a break is made of, in the order it airs. */
const POD_PARTS = ['bumper', 'spots', 'promo', 'station-id'] as const;

/** When breaks come and what is in them. */
export const breakPatternSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  between: z.boolean().default(true).describe('Whether a break follows each programme'),
  inside: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('none') }),
      z.strictObject({ type: z.literal('markers') }),
      z.strictObject({ type: z.literal('every'), minutes: z.int().min(1).max(240) }),
    ])
    .default({ type: 'none' }),
  lengthSeconds: z.int().min(5).max(1800).default(180),
  mostSpots: z.int().min(0).max(50).default(10),
  pod: z.array(z.enum(POD_PARTS)).min(1).max(20).default(['bumper', 'spots', 'promo', 'station-id', 'bumper']),
});
export type BreakPattern = z.infer<typeof breakPatternSchema>;

/** A named part of the day. Of several that hold a moment the highest priority counts, then dated before weekly, then the first in the list. */
export const daypartSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  priority: z.int().min(0).max(100).default(0),
  when: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('weekly'), days: z.array(z.enum(WEEKDAYS)).min(1).max(7) }),
    z.strictObject({ type: z.literal('dates'), dates: z.array(z.iso.date()).min(1).max(366) }),
  ]),
  from: timeOfDaySchema,
  to: timeOfDaySchema.describe('The same as `from`: all day long'),
  start: z.enum(['fixed', 'follow']).default('follow').describe('fixed: to the frame; follow: when what is on has ended'),
  selection: selectionSchema,
  breaks: idSchema.nullable().default(null).describe('The id of a break pattern; null: no breaks'),
  overrun: z.enum(['fit', 'trim']).default('fit').describe('Before a fixed start: only what fits, or cut what does not'),
});
export type Daypart = z.infer<typeof daypartSchema>;

const planShape = {
  zone: z.string().refine(isTimeZone, 'Not a time zone, such as Europe/Lisbon'),
  dayStartsAt: timeOfDaySchema.default('06:00'),
  seed: z.string().max(100).default('perpetua').describe('What random picks are drawn with'),
  dayparts: z.array(daypartSchema).min(1).max(500),
  breakPatterns: z.array(breakPatternSchema).max(100).default([]),
  hourlyId: z.boolean().default(false).describe('Whether a station ID follows at the first seam of each hour'),
  watershed: z
    .array(z.strictObject({ ratings: z.array(nameSchema).min(1).max(50), from: timeOfDaySchema, to: timeOfDaySchema }))
    .max(20)
    .default([])
    .describe('Ratings that air only between these local times'),
};

/** The whole plan. */
export const planSchema = z.strictObject(planShape).superRefine(checkPlan);
export type Plan = z.infer<typeof planSchema>;

/** The plan with its revision, which counts its changes; 0: nobody changed it, and the rotation of everything runs. */
export const plannedSchema = z.strictObject({ ...planShape, revision: z.int() });
export type Planned = z.infer<typeof plannedSchema>;

/** A plan to put in force. With a revision, only if that is still the one in force. */
export const planInputSchema = z.strictObject({ ...planShape, revision: z.int().optional() }).superRefine(checkPlan);
