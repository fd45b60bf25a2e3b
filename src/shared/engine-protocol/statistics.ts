import { z } from 'zod';
import { millisecondsSchema } from '../contract/quantities.ts';

const countSchema = z.int().min(0);

/**
 * How the engine did over a second, or over a minute made of its seconds: counts are summed, `Max` and `P95` are the worst, gauges the mean. A figure
 * that could not be had is null. CPU is in cores: 0.5 is half of one.
 */
export const statisticsSchema = z.object({
  /** When the span began, UTC. */
  at: millisecondsSchema,
  spanMs: millisecondsSchema,
  frames: countSchema,
  /** How late frames were made. */
  lateMaxMs: millisecondsSchema,
  lateP95Ms: millisecondsSchema,
  /** Frames on which the last picture was held because no new one was there, and how often that began. */
  heldFrames: countSchema,
  underruns: countSchema,
  /** Frames on which filler or the slate stood in. */
  standInFrames: countSchema,
  /** The longest time that a source took to be cued, of those that were in this span. */
  cueMaxMs: millisecondsSchema.nullable(),
  /** Items that are cued or being opened. */
  openItems: z.number(),
  /** Pictures decoded, and encoded, for each one due: 1 is real time. */
  decoderSpeed: z.number(),
  encoderSpeed: z.number(),
  /** Pictures that wait for the encoder to read them, and that are inside it. */
  encoderQueueFrames: z.number(),
  encoderInsideFrames: z.number(),
  encoderRestarts: countSchema,
  /** What the encoder gives, and what the recorders write. */
  bitrateKbps: z.number(),
  recordingKbps: z.number(),
  sinksRunning: z.number(),
  sinksTroubled: z.number(),
  /** What waits in each output's queue, in bytes by the output's id. */
  sinkQueueBytes: z.record(z.string(), z.number().min(0)).default({}),
  /** Over the last 3 s. */
  loudnessLufs: z.number().nullable(),
  engineCpu: z.number(),
  engineRssBytes: z.number(),
  heapUsedBytes: z.number(),
  children: z.number(),
  childrenCpu: z.number().nullable(),
  childrenRssBytes: z.number().nullable(),
  diskFreeBytes: z.number().nullable(),
});
export type Statistics = z.infer<typeof statisticsSchema>;

/** How fine statistics are told: `seconds` of the last ten minutes, or `minutes` of the last day. */
export const STATISTICS_GRAINS = ['seconds', 'minutes'] as const;
export type StatisticsGrain = (typeof STATISTICS_GRAINS)[number];
