import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { alarmSchema } from '../engine-protocol/alarms.ts';
import { metersSchema } from '../engine-protocol/meters.ts';
import { airSchema } from './air.ts';
import { call } from './call.ts';
import { importSchema } from './library.ts';

/**
 * What the station tells its consoles unasked. Latest wins: `air` comes at most ten times a second, and the `changed` events only say that
 * there is something new to read.
 */
export const stationEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('air'), air: airSchema }),
  z.object({ type: z.literal('playlog-changed'), revision: z.int() }),
  z.object({ type: z.literal('as-run-changed'), seq: z.int() }),
  /** The channel's levels, at most 25 a second. */
  z.object({ type: z.literal('meters'), meters: metersSchema }),
  /** An alarm was raised, grew worse, was cleared or acknowledged. */
  z.object({ type: z.literal('alarm'), alarm: alarmSchema }),
  z.object({ type: z.literal('library-changed') }),
  z.object({ type: z.literal('import-progress'), import: importSchema }),
]);
export type StationEvent = z.infer<typeof stationEventSchema>;

/** Server-sent events for consoles and other software. */
export const eventsContract = {
  subscribe: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/events', tags: ['events'] })
    .output(eventIterator(stationEventSchema)),
};
