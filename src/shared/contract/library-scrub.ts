import { z } from 'zod';
import { millisecondsSchema } from './quantities.ts';

/** What a bar to scrub an asset on is drawn from. */
export const scrubSchema = z.object({
  sprites: z
    .object({
      columns: z.int(),
      rows: z.int(),
      count: z.int().describe('Tiles in use, row by row from the top left'),
      tileWidth: z.int(),
      tileHeight: z.int(),
      everyMs: millisecondsSchema.describe('Tile n shows the picture at n times this'),
    })
    .describe('How the sheet of stills is laid out'),
  peaks: z
    .array(z.number().min(0).max(1))
    .describe('The highest sample of equal parts of the whole length, 1 at full scale; none without sound'),
});
export type Scrub = z.infer<typeof scrubSchema>;
