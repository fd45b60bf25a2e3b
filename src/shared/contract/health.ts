import { z } from 'zod';
import { STATISTICS_GRAINS, statisticsSchema } from '../engine-protocol/statistics.ts';
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
  /** How the engine did: seconds of the last ten minutes, or minutes of the last day, oldest first. */
  history: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/health/history', tags: ['health'] })
    .input(z.object({ grain: z.enum(STATISTICS_GRAINS).default('minutes') }))
    .output(z.object({ grain: z.enum(STATISTICS_GRAINS), items: z.array(statisticsSchema) })),
  /** Figures for Prometheus. Open, as its collectors do not sign in: no titles, names, paths or keys are in it. */
  metrics: call
    .meta({ leastRole: 'nobody' })
    .route({ method: 'GET', path: '/metrics', tags: ['health'] })
    .output(z.file()),
};
