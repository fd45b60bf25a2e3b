import { z } from 'zod';
import { framesSchema, instantSchema } from './quantities.ts';

const START_MODE = z.enum(['follow', 'fixed', 'manual']);
const itemId = z.string().min(1).max(100);
const place = {
  /** At a time, to the frame: what is on then ends there. */
  at: instantSchema.optional(),
  afterItemId: itemId.optional(),
  /** For what comes first on a day: what stands before it is not always in sight. */
  beforeItemId: itemId.optional(),
  /** At the end of the broadcast day of that date. */
  endOfDay: z.iso.date().optional(),
};

/** One change of the playlog by a person. What follows moves along, up to the next fixed start. */
const playlogEditSchema = z
  .discriminatedUnion('op', [
    z.strictObject({ op: z.literal('insert'), assetId: itemId, startMode: START_MODE.optional(), ...place }),
    z.strictObject({ op: z.literal('move'), itemId, ...place }),
    z.strictObject({ op: z.literal('remove'), itemId }),
    z.strictObject({ op: z.literal('replace'), itemId, assetId: itemId }),
    z.strictObject({
      op: z.literal('trim'),
      itemId,
      inFrame: framesSchema.optional().describe('Where in the media it starts from now on'),
      durationFrames: framesSchema.optional(),
    }),
    z.strictObject({ op: z.literal('set-start-mode'), itemId, startMode: START_MODE, at: instantSchema.optional() }),
  ])
  .superRefine((edit, context) => {
    if (edit.op !== 'insert' && edit.op !== 'move') return;
    const places = [edit.at, edit.afterItemId, edit.beforeItemId, edit.endOfDay].filter((given) => given !== undefined);
    if (places.length === 1) return;
    context.addIssue({ code: 'custom', path: ['at'], message: 'Say one place: at, afterItemId, beforeItemId or endOfDay', input: edit });
  });
export type PlaylogEdit = z.infer<typeof playlogEditSchema>;

/** Changes that happen altogether or not at all. */
export const playlogEditsSchema = z.strictObject({
  revision: z.int().describe('The revision that they were made on'),
  edits: z.array(playlogEditSchema).min(1).max(500),
  /** The lock window is soft at first: up to its hard end somebody who is sure may still change it. */
  overrideSoftLock: z.boolean().default(false),
});

/** What a change came to. */
export const playlogEditedSchema = z.object({
  revision: z.int(),
  /** Items that had to give way to a fixed start. */
  dropped: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type PlaylogEdited = z.infer<typeof playlogEditedSchema>;
