import { z } from 'zod';
import { call } from './call.ts';

/** How far the making of the demo media has come, 0 to 1. */
export const demoProgressSchema = z.object({
  state: z.enum(['idle', 'running', 'done', 'failed']),
  progress: z.number().min(0).max(1),
  step: z.string(),
});
export type DemoProgress = z.infer<typeof demoProgressSchema>;

/** Media for a station that has none yet: made on the spot, then imported. */
export const demoContract = {
  start: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'POST', path: '/api/demo', successStatus: 202, tags: ['demo'] })
    .output(demoProgressSchema),
  progress: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/demo', tags: ['demo'] })
    .output(demoProgressSchema),
};
