import { z } from 'zod';
import { framesSchema } from '../contract/quantities.ts';

/** The level of silence: nothing is told below it. */
export const LEAST_LEVEL_DBFS = -120;

/** Left and right. */
const stereoSchema = z.tuple([z.number(), z.number()]);

/** Loudness after EBU R 128 (ITU-R BS.1770), in LUFS; -120 while nothing was heard. */
export const loudnessSchema = z.object({
  /** Over the last 0.4 s. */
  momentary: z.number(),
  /** Over the last 3 s. */
  shortTerm: z.number(),
  /** Gated, since the meter began; it begins anew every hour. */
  integrated: z.number(),
});
export type Loudness = z.infer<typeof loudnessSchema>;

/** How loud the channel is, from what is handed to the encoder. Levels are in dBFS: a sine that reaches full scale peaks at 0 and has an RMS of -3. */
export const metersSchema = z.object({
  /** The last frame that was measured. */
  frame: framesSchema,
  /** The highest sample of the frames since the last message. */
  peakDbfs: stereoSchema,
  /** Of the same frames. */
  rmsDbfs: stereoSchema,
  /** null while the loudness meter has said nothing yet. */
  loudness: loudnessSchema.nullable(),
});
export type Meters = z.infer<typeof metersSchema>;
