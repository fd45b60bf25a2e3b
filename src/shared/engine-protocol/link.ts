import { z } from 'zod';
import { framesSchema } from '../contract/quantities.ts';
import { evidenceSchema } from './evidence.ts';
import { outputsSchema } from './outputs.ts';
import { rundownSchema } from './rundown-item.ts';
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
    result: z.object({ protocol: z.int(), version: z.string(), pid: z.int(), startedAt: z.number(), addresses: streamAddressesSchema }),
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
  /** Ends an override: joins the rundown where it is now. */
  rejoin: { params: z.object({ cause: z.string() }), result: doneAtSchema },
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
} as const;

export const linkRequestSchema = z.object({ id: z.int(), method: z.string(), params: z.unknown() });
const linkErrorSchema = z.object({ code: z.string(), message: z.string() });
export const linkMessageSchema = z.union([
  z.object({ id: z.int(), result: z.unknown() }),
  z.object({ id: z.int(), error: linkErrorSchema }),
  z.object({ event: z.string(), data: z.unknown() }),
]);
