import { z } from 'zod';
import { framesSchema, instantSchema } from './quantities.ts';

const START_MODE = z.enum(['follow', 'fixed', 'manual']);
const itemId = z.string().min(1).max(100);
/** What airs: an asset from its in to its out point, or a live input. */
const source = {
  assetId: itemId.optional(),
  inputId: itemId.optional(),
};
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
    z.strictObject({
      op: z.literal('insert'),
      ...source,
      durationFrames: framesSchema.optional().describe('How long a live input is to air; an asset says that itself'),
      startMode: START_MODE.optional(),
      ...place,
    }),
    z.strictObject({ op: z.literal('move'), itemId, ...place }),
    z.strictObject({ op: z.literal('remove'), itemId }),
    /** An asset has its own length; a live input gets that of the item it replaces. */
    z.strictObject({ op: z.literal('replace'), itemId, ...source }),
    z.strictObject({
      op: z.literal('trim'),
      itemId,
      inFrame: framesSchema.optional().describe('Where in the media it starts from now on'),
      durationFrames: framesSchema.optional(),
    }),
    z.strictObject({ op: z.literal('set-start-mode'), itemId, startMode: START_MODE, at: instantSchema.optional() }),
  ])
  .superRefine((edit, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message, input: edit });
    if (edit.op === 'insert' || edit.op === 'replace') {
      if ((edit.assetId === undefined) === (edit.inputId === undefined)) refuse('assetId', 'Say one source: assetId or inputId');
    }
    if (edit.op === 'insert') {
      const { inputId, durationFrames } = edit;
      if (inputId !== undefined && !durationFrames) refuse('durationFrames', 'Say how long the live input is to air: one frame at least');
      if (inputId === undefined && durationFrames !== undefined)
        refuse('durationFrames', 'An asset is as long as it is: trim it afterwards');
    }
    if (edit.op === 'insert' || edit.op === 'move') {
      const places = [edit.at, edit.afterItemId, edit.beforeItemId, edit.endOfDay].filter((given) => given !== undefined);
      if (places.length !== 1) refuse('at', 'Say one place: at, afterItemId, beforeItemId or endOfDay');
    }
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
