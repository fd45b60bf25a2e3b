import { z } from 'zod';
import { returnPolicySchema } from '../engine-protocol/overrides.ts';
import { slateLookSchema } from '../engine-protocol/slate-look.ts';
import { engineStatusSchema, streamAddressesSchema } from '../engine-protocol/status.ts';
import { call } from './call.ts';
import { framesSchema, instantSchema, millisecondsSchema } from './quantities.ts';

/** What is on air, as the engine last said, and how old that word is. */
export const airSchema = z.object({
  /** Whether main hears the engine. When false the air may well go on; `status` is the last word heard. */
  isConnected: z.boolean(),
  ageMs: millisecondsSchema,
  status: engineStatusSchema.nullable(),
  addresses: streamAddressesSchema.nullable(),
  channelName: z.string(),
});
export type Air = z.infer<typeof airSchema>;

/** Answer to an air command: the frame at which it happened, and that frame's instant. */
const doneSchema = z.object({ frame: framesSchema, at: instantSchema });

/** What breaks into the schedule: a clip of the library, a live input, or the slate. */
export const breakInSourceSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('clip'), assetId: z.string().min(1) }),
  z.strictObject({ type: z.literal('live'), inputId: z.string().min(1) }),
  z.strictObject({ type: z.literal('slate') }),
]);
export type BreakInSource = z.infer<typeof breakInSourceSchema>;

/** Where each way back would land now. `items` is empty while nothing stands over the schedule. */
const landingsSchema = z.object({
  items: z.array(
    z.object({
      policy: returnPolicySchema,
      /** null: nothing is scheduled there. */
      itemId: z.string().nullable(),
      title: z.string().nullable(),
      /** When the item begins, or would have begun. */
      startsAt: instantSchema.nullable(),
      durationFrames: framesSchema.nullable(),
      /** How far into the item the return lands. */
      offsetFrames: framesSchema,
    }),
  ),
});
export type Landings = z.infer<typeof landingsSchema>;

/** What the slate shows, for a console to draw it in small. A colour is null where the engine has one of its own. */
const slateCardSchema = slateLookSchema
  .pick({ backdrop: true, accent: true, showsClock: true })
  .extend({ words: z.string(), hasLogo: z.boolean() });
export type SlateCard = z.infer<typeof slateCardSchema>;

/** The air: what it shows, and the operator's hand on it. Commands are answered when they are done. */
export const airContract = {
  get: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/air', tags: ['air'] })
    .output(airSchema),
  take: call
    .meta({ leastRole: 'operator' })
    .route({ method: 'POST', path: '/api/air/take', tags: ['air'] })
    .output(doneSchema),
  panic: call
    .meta({ leastRole: 'operator' })
    .route({ method: 'POST', path: '/api/air/panic', tags: ['air'] })
    .output(doneSchema),
  return: call
    .meta({ leastRole: 'operator' })
    .route({ method: 'POST', path: '/api/air/return', tags: ['air'] })
    .input(z.strictObject({ policy: returnPolicySchema.default('rejoin') }))
    .output(doneSchema),
  landings: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/air/landings', tags: ['air'] })
    .output(landingsSchema),
  slate: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/air/slate', tags: ['air'] })
    .output(slateCardSchema),
  skip: call
    .meta({ leastRole: 'operator' })
    .route({ method: 'POST', path: '/api/air/skip', tags: ['air'], description: 'Drops the next item' })
    .output(doneSchema),
  hold: call
    .meta({ leastRole: 'operator' })
    .route({
      ...{ method: 'POST', path: '/api/air/hold', tags: ['air'] },
      description: 'Lets nothing follow the item on air: it plays to its end, then filler until a return or a take',
    })
    .output(doneSchema),
  arm: call
    .meta({ leastRole: 'operator' })
    .route({
      method: 'POST',
      path: '/api/air/arm',
      tags: ['air'],
      description: 'Opens what is to break in; nothing airs. null lets go of it',
    })
    .input(z.strictObject({ source: breakInSourceSchema.nullable() }))
    .output(z.object({})),
  breaking: call
    .meta({ leastRole: 'operator' })
    .route({ method: 'POST', path: '/api/air/breaking', tags: ['air'] })
    .input(
      z.strictObject({
        source: breakInSourceSchema,
        reason: z.string().trim().min(1).max(200).describe('What for, in the as-run log'),
        returnBy: returnPolicySchema.default('rejoin').describe('How to come back when a clip ends by itself'),
      }),
    )
    .output(doneSchema),
};
