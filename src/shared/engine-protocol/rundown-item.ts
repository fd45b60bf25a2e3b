import { z } from 'zod';
import { assetKindSchema } from '../contract/asset-kind.ts';
import { startModeSchema } from '../contract/playlog.ts';
import { decibelsSchema, framesSchema } from '../contract/quantities.ts';

/** A media file from `inFrame` on. */
export const fileSourceSchema = z.object({
  type: z.literal('file'),
  path: z.string(),
  /** Where in the media the item starts, in the channel's frames, so that a part resumes exactly where the last one ended. */
  inFrame: framesSchema,
  hasPicture: z.boolean(),
  hasSound: z.boolean(),
  gainDb: decibelsSchema,
});

/** Where an item's picture and sound come from: a media file, the generated slate, or a live input. */
export const itemSourceSchema = z.discriminatedUnion('type', [
  fileSourceSchema,
  z.object({ type: z.literal('slate') }),
  /** A live input, from whatever it shows when its time comes. */
  z.object({ type: z.literal('live'), inputId: z.string() }),
]);
export type ItemSource = z.infer<typeof itemSourceSchema>;

/** One item as the engine knows it: all that it needs to air the item alone, with no database to ask. */
export const rundownItemSchema = z.object({
  id: z.string(),
  startFrame: framesSchema,
  durationFrames: framesSchema,
  startMode: startModeSchema,
  kind: assetKindSchema,
  title: z.string(),
  houseId: z.string().nullable(),
  assetId: z.string().nullable(),
  source: itemSourceSchema,
});
export type RundownItem = z.infer<typeof rundownItemSchema>;

/** The next hours of the playlog as the engine keeps them. Items are in order and do not overlap; a gap airs filler. */
export const rundownSchema = z.object({
  revision: z.int(),
  items: z.array(rundownItemSchema),
  /** Media for the time that nothing else fills, played in turn. The generated slate follows when there is none. */
  filler: z.array(itemSourceSchema),
});
export type Rundown = z.infer<typeof rundownSchema>;
