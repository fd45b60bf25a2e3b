import { z } from 'zod';
import { alarmSchema } from '../engine-protocol/alarms.ts';
import { call } from './call.ts';

/** An alarm with what it means and what helps, in English. */
export const toldAlarmSchema = alarmSchema.extend({ title: z.string(), advice: z.string() });
export type ToldAlarm = z.infer<typeof toldAlarmSchema>;

/** What is wrong with the channel, and what was: the last 500 alarms. */
export const alarmsContract = {
  list: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/alarms', tags: ['health'] })
    .output(z.object({ items: z.array(toldAlarmSchema) })),
  /** Says that somebody has seen an alarm. The first one counts; whether it is over is another matter. */
  acknowledge: call
    .meta({ leastRole: 'operator' })
    .route({ method: 'POST', path: '/api/alarms/{id}/acknowledge', tags: ['health'] })
    .input(z.object({ id: z.string() }))
    .output(toldAlarmSchema),
};
