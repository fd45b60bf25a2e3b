import { z } from 'zod';
import { framesSchema, millisecondsSchema } from '../contract/quantities.ts';
import { alarmSchema } from './alarms.ts';
import { adjustmentSchema, encodersSchema, fixedSetupSchema } from './engine-config.ts';
import { evidenceSchema } from './evidence.ts';
import { inputsSchema } from './inputs.ts';
import { metersSchema } from './meters.ts';
import { outputsSchema } from './outputs.ts';
import { overrideSourceSchema, returnPolicySchema } from './overrides.ts';
import { rundownSchema } from './rundown-item.ts';
import { STATISTICS_GRAINS, statisticsSchema } from './statistics.ts';
import { engineStatusSchema, streamAddressesSchema } from './status.ts';

/** Counted up when a message changes so that an older peer can't read it. */
export const LINK_PROTOCOL = 1;

/** Answer to a command that changes the air: the frame at which it happened. */
const doneAtSchema = z.object({ frame: framesSchema });

/**
 * What main can ask of the engine, over a local socket: one JSON object a line. A request is `{id, method, params}`, its
 * answer `{id, result}` or `{id, error: {code, message}}`; what the engine sends unasked is `{event, data}`.
 */
export const LINK_CALLS = {
  hello: {
    params: z.object({ protocol: z.int() }),
    result: z.object({
      protocol: z.int(),
      version: z.string(),
      pid: z.int(),
      startedAt: z.number(),
      rate: z.string().default(''),
      addresses: streamAddressesSchema,
    }),
  },
  /**
   * Replaces the rundown. Items on air or whose media, range and place are unchanged play on undisturbed. Refused as STALE_REVISION when
   * the engine changed the rundown itself (a take) after evidence `basedOnSeq`: read the evidence, plan again, load again.
   */
  load: { params: z.object({ rundown: rundownSchema, basedOnSeq: z.int() }), result: z.object({ revision: z.int() }) },
  /** Ends the item on air and starts the next one now. */
  take: { params: z.object({ cause: z.string() }), result: doneAtSchema },
  /** Airs the slate now, whatever else is going on. */
  panic: { params: z.object({ cause: z.string() }), result: doneAtSchema },
  /** Drops the next item; what follows slides up to the next fixed start. */
  skip: { params: z.object({ cause: z.string() }), result: doneAtSchema },
  /** Lets the item on air play to its end and airs filler after it until a return or a take. */
  hold: { params: z.object({ cause: z.string() }), result: doneAtSchema },
  /** Opens what is to break in and keeps it cued, so that `breaking` switches at once; null lets go of it. Nothing airs. */
  arm: { params: z.object({ source: overrideSourceSchema.nullable() }), result: z.object({}) },
  /** Airs a source over the schedule as soon as it is cued; refused as NOT_CUED when that takes too long. `note`: what for. */
  breaking: {
    params: z.object({ source: overrideSourceSchema, cause: z.string(), note: z.string(), returnBy: returnPolicySchema }),
    result: doneAtSchema,
  },
  /** Ends an override as soon as what it lands on is cued. */
  return: { params: z.object({ policy: returnPolicySchema, cause: z.string() }), result: doneAtSchema },
  /** Evidence after `after`, oldest first, at most `limit` records. */
  readEvidence: {
    params: z.object({ after: z.int(), limit: z.int().min(1).max(5000) }),
    result: z.object({ records: z.array(evidenceSchema) }),
  },
  /**
   * Replaces the pushes and recordings. Those that did not change go on undisturbed. The engine keeps the list for its next start. Answered when
   * the change has begun; how each does is told by the status.
   */
  setOutputs: { params: z.object({ outputs: outputsSchema }), result: z.object({}) },
  /** Replaces the live inputs, in the same way. What is on air or armed goes on when its own input did not change. */
  setInputs: { params: z.object({ inputs: inputsSchema }), result: z.object({}) },
  /** The latest picture of an input as a small JPEG; null: there is none. */
  inputThumbnail: { params: z.object({ inputId: z.string() }), result: z.object({ jpegBase64: z.string().nullable() }) },
  /**
   * Changes what can be changed on air: the encoder and its settings, from the next key frame on and with no frame lost, and how far back the HLS
   * playlist goes. The engine keeps it for its next start.
   */
  adjust: { params: adjustmentSchema, result: z.object({}) },
  /** With what the engine was started, as far as only another start can change it; what encodes; what the trials of this machine's encoders found. */
  setup: { params: z.object({}), result: z.object({ running: fixedSetupSchema, encoders: encodersSchema }) },
  /** How the engine did: records that began at `from` (UTC, ms) or later, oldest first. */
  readStatistics: {
    params: z.object({ grain: z.enum(STATISTICS_GRAINS), from: millisecondsSchema }),
    result: z.object({ records: z.array(statisticsSchema) }),
  },
  /** The last alarms, those that are over included, oldest first. */
  readAlarms: { params: z.object({}), result: z.object({ alarms: z.array(alarmSchema) }) },
  /** Notes that somebody has seen an alarm; the first one counts. */
  acknowledgeAlarm: { params: z.object({ id: z.string(), by: z.string() }), result: z.object({ alarm: alarmSchema }) },
  /** Has the engine send `meters` for the next five seconds; to be said again while somebody looks. */
  watchMeters: { params: z.object({}), result: z.object({}) },
  status: { params: z.object({}), result: engineStatusSchema },
  /** Leaves the air: ends the streams, writes the evidence, stops every child, exits. Answered before the process ends. */
  leaveAir: { params: z.object({ cause: z.string() }), result: doneAtSchema },
} as const;

export type LinkMethod = keyof typeof LINK_CALLS;
export type LinkParams<M extends LinkMethod> = z.infer<(typeof LINK_CALLS)[M]['params']>;
export type LinkResult<M extends LinkMethod> = z.infer<(typeof LINK_CALLS)[M]['result']>;

/** What the engine sends unasked. `evidence` says that there is more to read, up to `seq`. */
export const LINK_EVENTS = {
  status: engineStatusSchema,
  evidence: z.object({ seq: z.int() }),
  /** At most 25 a second; a peer that has not read the last one is passed over. */
  meters: metersSchema,
  /** An alarm was raised, grew worse, was cleared or acknowledged. */
  alarm: alarmSchema,
} as const;

export const linkRequestSchema = z.object({ id: z.int(), method: z.string(), params: z.unknown() });
const linkErrorSchema = z.object({ code: z.string(), message: z.string() });
export const linkMessageSchema = z.union([
  z.object({ id: z.int(), result: z.unknown() }),
  z.object({ id: z.int(), error: linkErrorSchema }),
  z.object({ event: z.string(), data: z.unknown() }),
]);
