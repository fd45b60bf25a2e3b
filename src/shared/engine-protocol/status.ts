import { z } from 'zod';
import { framesSchema, millisecondsSchema } from '../contract/quantities.ts';
import { alarmSchema } from './alarms.ts';
import { inputStatusSchema } from './inputs.ts';
import { landingSchema, overrideSchema, overrideSourceSchema } from './overrides.ts';
import { rundownItemSchema } from './rundown-item.ts';
import { statisticsSchema } from './statistics.ts';

/** What the channel is doing. */
export const AIR_MODES = ['off-air', 'auto', 'hold', 'live', 'breaking', 'panic'] as const;
export type AirMode = (typeof AIR_MODES)[number];

/** How one part of the chain is: well, in trouble but carrying on, or not working. */
export const lampSchema = z.object({ state: z.enum(['ok', 'warning', 'fault', 'off']), detail: z.string() });
export type Lamp = z.infer<typeof lampSchema>;

/** An output of the encoded stream. */
const sinkStatusSchema = z.object({
  id: z.string(),
  type: z.enum(['hls', 'rtmp', 'push', 'recorder', 'preview']),
  state: z.enum(['starting', 'running', 'backing-off', 'stopped']),
  detail: z.string(),
  bytesSent: z.int(),
  /** What waits to be taken by the other side, or by the disk. */
  waitingBytes: z.int().min(0).default(0),
});

/** How far along an item's decoder is. `cued`: picture and sound are both there. */
export const CUE_STATES = ['waiting', 'opening', 'cued', 'failed'] as const;

/** The engine's state, sent at most ten times a second; only the latest counts. */
export const engineStatusSchema = z.object({
  /** When this was so, UTC. */
  at: millisecondsSchema,
  /** The last frame that was handed to the encoder. */
  frame: framesSchema,
  mode: z.enum(AIR_MODES),
  rate: z.string(),
  /** What is on air. `item` is null when filler or slate airs that nothing planned. */
  onAir: z
    .object({
      item: rundownItemSchema.nullable(),
      title: z.string(),
      /** What the viewer sees: the item itself, or what stands in for it. */
      picture: z.enum(['item', 'held', 'filler', 'slate']),
      startFrame: framesSchema,
      endFrame: framesSchema.nullable(),
    })
    .nullable(),
  next: z.object({ item: rundownItemSchema, cue: z.enum(CUE_STATES) }).nullable(),
  /** What stands over the schedule, and where each way back would land; null: nothing does. */
  override: overrideSchema
    .omit({ passed: true })
    .extend({ landings: z.array(landingSchema) })
    .nullable()
    .default(null),
  /** What was made ready to break in; null: nothing. */
  armed: z
    .object({ source: overrideSourceSchema, title: z.string(), cue: z.enum(CUE_STATES) })
    .nullable()
    .default(null),
  rundownRevision: z.int(),
  /** The last frame that the rundown fills. */
  rundownEndFrame: framesSchema.nullable(),
  evidenceSeq: z.int(),
  lamps: z.object({ engine: lampSchema, encoder: lampSchema, outputs: lampSchema, disk: lampSchema, clock: lampSchema }),
  sinks: z.array(sinkStatusSchema),
  inputs: z.array(inputStatusSchema).default([]),
  statistics: z.object({
    lateMs: millisecondsSchema,
    maxLateMs: millisecondsSchema,
    underruns: z.int(),
    heldFrames: z.int(),
    encoderRestarts: z.int(),
  }),
  /** The last second, with all its figures; null before the first one is over. */
  second: statisticsSchema.nullable().default(null),
  /** What is wrong now, oldest first. */
  alarms: z.array(alarmSchema).default([]),
});
export type EngineStatus = z.infer<typeof engineStatusSchema>;

/** Where the channel can be watched. `host` in each address is the one that the station was told to listen on. */
export const streamAddressesSchema = z.object({ hls: z.string(), rtmp: z.string() });
export type StreamAddresses = z.infer<typeof streamAddressesSchema>;
