import { z } from 'zod';
import { AS_RUN_REASONS } from '../contract/as-run.ts';
import { framesSchema, instantSchema } from '../contract/quantities.ts';
import { returnPolicySchema } from './overrides.ts';
import { rundownItemSchema } from './rundown-item.ts';

const reasonSchema = z.enum(AS_RUN_REASONS);

/**
 * What happened on air, as the engine saw it. The as-run log is made from these and from nothing else.
 *
 * Every run of frames that carries an item (or filler, or the slate, in an item's place or in a gap) leaves
 * `item-started` and later `item-ended`; the two share `airingId`. After a crash the next engine writes the missing end,
 * with what it knows of the last frame.
 */
export const evidenceBodySchema = z.discriminatedUnion('type', [
  /** The channel came on air. `lostFrom` is the first frame that nobody saw, when there was an engine before. */
  z.object({ type: z.literal('on-air'), frame: framesSchema, lostFrom: framesSchema.nullable(), rate: z.string() }),
  z.object({
    type: z.literal('item-started'),
    airingId: z.string(),
    frame: framesSchema,
    /** null: nothing was scheduled, or the operator took the slate. */
    item: rundownItemSchema.nullable(),
    reason: reasonSchema,
    cause: z.string(),
  }),
  z.object({
    type: z.literal('item-ended'),
    airingId: z.string(),
    /** The first frame that no longer belongs to the airing. */
    frame: framesSchema,
    /** Frames on which the last picture was held because no new one came. */
    heldFrames: framesSchema,
    /** Frames on which filler or slate stood in for the item. */
    slatedFrames: framesSchema,
    outcome: z.enum(['aired', 'partial', 'failed']),
    reason: reasonSchema,
    cause: z.string(),
  }),
  /** The operator took the next item early: what followed slid up by `shiftFrames`, as far as the next fixed start. */
  z.object({ type: z.literal('taken'), frame: framesSchema, itemId: z.string(), shiftFrames: framesSchema, cause: z.string() }),
  /** The operator dropped the item that came next: what followed slid up by `shiftFrames`, as far as the next fixed start. */
  z.object({ type: z.literal('skipped'), frame: framesSchema, item: rundownItemSchema, shiftFrames: framesSchema, cause: z.string() }),
  z.object({ type: z.literal('panic'), frame: framesSchema, cause: z.string() }),
  /** The item on air is held: filler follows it until a return. */
  z.object({ type: z.literal('held'), frame: framesSchema, cause: z.string() }),
  /** A clip, a live input or the slate breaks in, and `note` is what for. Written before its first frame. */
  z.object({ type: z.literal('breaking'), frame: framesSchema, item: rundownItemSchema, note: z.string(), cause: z.string() }),
  /**
   * An override ended. Its three last fields, without which it was a rejoin, are missing in records of older engines, whose hashes were made without them. A
   * `next` is followed by `taken`.
   */
  z.object({
    type: z.literal('returned'),
    frame: framesSchema,
    cause: z.string(),
    policy: returnPolicySchema.optional(),
    /** The first frame of the schedule that was left out. */
    since: framesSchema.optional(),
    /** What was interrupted and goes on, when it does. */
    interruptedId: z.string().nullable().optional(),
  }),
  /** An item could not be cued; it will be filled when its time comes. */
  z.object({ type: z.literal('cue-failed'), frame: framesSchema, itemId: z.string(), reason: reasonSchema, detail: z.string() }),
  z.object({ type: z.literal('encoder-restarted'), frame: framesSchema, lostFrames: framesSchema, detail: z.string() }),
  /** An encoder was lost while the channel left the air, and no other one followed. `frame` is the first one that was not aired. */
  z.object({ type: z.literal('encoder-lost'), frame: framesSchema, lostFrames: framesSchema, detail: z.string() }),
  /** The channel left the air on purpose. `frame` is the first one that was not aired. */
  z.object({ type: z.literal('off-air'), frame: framesSchema, cause: z.string() }),
]);
export type EvidenceBody = z.infer<typeof evidenceBodySchema>;

/**
 * One line of the engine's journal. `hash` is the SHA-256 (hex) of the record's `sealedText`, which begins with `prevHash`, so
 * that a changed, removed or swapped line shows. `seq` counts from 1 without a hole for the life of the channel.
 */
export const evidenceSchema = z.object({
  seq: z.int(),
  at: instantSchema,
  body: evidenceBodySchema,
  prevHash: z.string(),
  hash: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;
