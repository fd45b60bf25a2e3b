import { z } from 'zod';
import { outputSchema, outputsSchema } from '../engine-protocol/outputs.ts';
import { call } from './call.ts';

/** The outputs with what the engine last said of each; `health` is null for one that is switched off, or that the engine has not told of yet. */
export const outputListSchema = z.object({
  items: z.array(
    z.object({
      output: outputSchema,
      health: z
        .object({
          state: z.enum(['starting', 'running', 'backing-off', 'stopped']),
          /** In words for an operator; holds no address beyond a host, and no key. */
          detail: z.string(),
          bytesSent: z.int(),
        })
        .nullable(),
    }),
  ),
  /** Names the list as it is now. */
  revision: z.string(),
});
export type OutputList = z.infer<typeof outputListSchema>;

/**
 * Where else the channel goes: pushes and recordings. Secrets (keys, passphrases, what an address has of them) are shown as dots; the dots, sent
 * back, leave the secret as it is.
 */
export const outputsContract = {
  list: call
    .meta({ leastRole: 'operator' })
    .route({ method: 'GET', path: '/api/outputs', tags: ['outputs'] })
    .output(outputListSchema),
  replace: call
    .meta({ leastRole: 'admin' })
    .route({ method: 'PUT', path: '/api/outputs', tags: ['outputs'] })
    // With the revision that it was made from a list is refused as STALE_REVISION when another one came in between.
    .input(z.strictObject({ outputs: outputsSchema, revision: z.string().optional() }))
    .output(outputListSchema),
};
