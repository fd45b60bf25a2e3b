import { z } from 'zod';
import { assetKindSchema } from '../contract/asset-kind.ts';
import { framesSchema } from '../contract/quantities.ts';
import { fileSourceSchema, rundownItemSchema } from './rundown-item.ts';

/**
 * How to come back from an override. `rejoin`: where the schedule is now. `resume`: where the schedule was left; what was left out follows, and the rest slides
 * up to the next fixed start. `next`: with the next item of the schedule, whole and at once.
 */
export const RETURN_POLICIES = ['rejoin', 'resume', 'next'] as const;
export const returnPolicySchema = z.enum(RETURN_POLICIES);
export type ReturnPolicy = z.infer<typeof returnPolicySchema>;

/** What breaks in: a clip, which ends by itself; a live input or the slate, which do not. */
export const overrideSourceSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('file'),
    source: fileSourceSchema,
    durationFrames: framesSchema,
    title: z.string(),
    kind: assetKindSchema,
    assetId: z.string().nullable(),
    houseId: z.string().nullable(),
  }),
  z.object({ type: z.literal('live'), inputId: z.string() }),
  z.object({ type: z.literal('slate') }),
]);
export type OverrideSource = z.infer<typeof overrideSourceSchema>;

/**
 * What stands over the schedule. The schedule's time goes on beneath it.
 *
 * `panic`: the slate. `hold`: the item on air plays to its end; after it filler, until released. `live` and `breaking`: an input, a clip or the slate, as `item`.
 */
export const overrideSchema = z.object({
  mode: z.enum(['panic', 'hold', 'live', 'breaking']),
  /** What airs; null: the slate of a panic, and what a hold leaves. */
  item: rundownItemSchema.nullable(),
  /** Of a hold: the item that still plays; null when none was on air. */
  heldItemId: z.string().nullable(),
  /** The first frame of the schedule that was left out, or will be. */
  since: framesSchema,
  /** Who did it, and what for in their own words. */
  cause: z.string(),
  note: z.string(),
  /** How to come back when the source ends by itself. A source that is lost is left by `rejoin`, whatever this says. */
  returnBy: returnPolicySchema,
  /** What the schedule had on air then; null: nothing. */
  interrupted: rundownItemSchema.nullable(),
  /** What of the schedule has gone by since, first to last. */
  passed: z.array(rundownItemSchema),
});
export type Override = z.infer<typeof overrideSchema>;

/** Where a return would land now: the item, and how far into it. `item` null: nothing is scheduled there. */
export const landingSchema = z.object({
  policy: returnPolicySchema,
  item: rundownItemSchema.pick({ id: true, title: true, kind: true, startFrame: true, durationFrames: true }).nullable(),
  offsetFrames: framesSchema,
});
export type Landing = z.infer<typeof landingSchema>;
