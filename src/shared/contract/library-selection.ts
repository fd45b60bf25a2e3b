import { z } from 'zod';
import { assetKindSchema } from './asset-kind.ts';
import { instantSchema, millisecondsSchema } from './quantities.ts';

/** The rules by which an asset may not fill a place, in the order they are asked. */
export const SELECTION_RULES = [
  'excluded',
  'not-ready',
  'not-approved',
  'missing',
  'rights-not-begun',
  'rights-expired',
  'too-long',
  'too-short',
  'rating',
  'advertiser',
  'category',
  'cooldown',
] as const;

const texts = z.array(z.string().max(200)).max(1000);
const length = z.number().min(0);

/** A place to be filled and what is asked of who fills it. The pool is what `search` finds; each asset in it is answered for. */
export const selectionSchema = z.strictObject({
  criteria: z.strictObject({
    search: z.string().max(500).optional().describe('As in the list of assets: kind:promo genre:news'),
    leastLengthMs: length.default(0),
    cooldownMs: length.default(0),
    contentRatings: texts.optional(),
    notIds: texts.default([]),
    notAdvertisers: texts.default([]),
    notCategories: texts.default([]),
    order: z.enum(['least-recent', 'best-fit']).default('least-recent'),
    limit: z.int().min(1).max(1000).default(100).describe('How many candidates, and how many of the refused, are told'),
  }),
  at: instantSchema,
  lengthMs: length,
});
export type SelectionRequest = z.infer<typeof selectionSchema>;

const candidateSchema = z.object({
  assetId: z.string(),
  houseId: z.string(),
  title: z.string(),
  kind: assetKindSchema,
  playLengthMs: millisecondsSchema.describe('From its in point to its out point'),
  lastAiredAt: instantSchema.nullable(),
});

/** Who may fill the place, the best first, and for each that may not the rule that said so. */
export const selectionAnswerSchema = z.object({
  candidates: z.array(candidateSchema),
  candidateCount: z.int(),
  refused: z.array(candidateSchema.extend({ rule: z.enum(SELECTION_RULES) })),
  refusedCount: z.int(),
});
export type SelectionAnswer = z.infer<typeof selectionAnswerSchema>;
