import { z } from 'zod';
import { inputSchema, inputStatusSchema, inputsSchema } from '../engine-protocol/inputs.ts';
import { call } from './call.ts';

/** The live inputs, with what the engine last said of each; `status` is null while it has not told of one yet. */
export const inputListSchema = z.object({
  items: z.array(z.object({ input: inputSchema, status: inputStatusSchema.nullable() })),
  /** Names the list as it is now. */
  revision: z.string(),
});
export type InputList = z.infer<typeof inputListSchema>;

/**
 * The live sources that the station watches. Passphrases and what an address has of secrets are shown as dots; the dots, sent back, leave the secret as it
 * is. The key of a publisher is the station's own to give out, and is shown.
 */
export const inputsContract = {
  list: call
    .meta({ leastRole: 'operator' })
    .route({ method: 'GET', path: '/api/inputs', tags: ['inputs'] })
    .output(inputListSchema),
  replace: call
    .meta({ leastRole: 'admin' })
    .route({ method: 'PUT', path: '/api/inputs', tags: ['inputs'] })
    // With the revision that it was made from a list is refused as STALE_REVISION when another one came in between.
    .input(z.strictObject({ inputs: inputsSchema, revision: z.string().optional() }))
    .output(inputListSchema),
  getThumbnail: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/inputs/{id}/thumbnail', tags: ['inputs'], description: 'A JPEG' })
    .input(z.strictObject({ id: z.string() }))
    .output(z.file()),
};
