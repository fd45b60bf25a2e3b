import { z } from 'zod';
import { call } from './call.ts';

/** Whether the station is well: for load balancers, monitors and people with curl. */
export const healthContract = {
  healthz: call
    .meta({ leastRole: 'nobody' })
    .route({ method: 'GET', path: '/healthz', tags: ['health'] })
    .output(
      z.object({
        status: z.enum(['ok', 'degraded']),
        onAir: z.boolean(),
        problems: z.array(z.string()),
        version: z.string(),
      }),
    ),
};
