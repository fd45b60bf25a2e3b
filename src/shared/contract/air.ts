import { z } from 'zod';
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
    .input(z.strictObject({ policy: z.enum(['rejoin']).default('rejoin') }))
    .output(doneSchema),
};
