import { z } from 'zod';

const colourSchema = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'A colour as #RRGGBB.');

/** How the slate looks, which airs when nothing else can. Everything has a default that needs no file. */
export const slateLookSchema = z.object({
  /** What is written on it; null: the channel's name. */
  words: z.string().min(1).max(60).nullable().default(null),
  /** null: a deep blue. A colour that is dark enough to pass for black is aired lighter. */
  backdrop: colourSchema.nullable().default(null),
  /** The bar under the words; null: a warm red. */
  accent: colourSchema.nullable().default(null),
  /** A picture that is put above the words. The slate is aired without it while it can't be read; null: none. */
  logoPath: z.string().min(1).max(1000).nullable().default(null),
  /** Whether it tells the time of day, that of the computer. */
  showsClock: z.boolean().default(false),
});
export type SlateLook = z.infer<typeof slateLookSchema>;
