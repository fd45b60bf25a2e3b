import { z } from 'zod';
import { assetKindSchema } from './asset-kind.ts';
import { decibelsSchema, framesSchema, instantSchema, millisecondsSchema } from './quantities.ts';

/** Where an asset stands on its way to the air; only `ready` may air. */
export const LIFECYCLES = ['new', 'enriching', 'ready', 'retired'] as const;

/** What can look or sound wrong in a file that decodes well: a long stretch of it. */
export const FLAW_TYPES = ['black', 'freeze', 'silence'] as const;

/** What an asset's badges tell. */
export const BADGE_CODES = [
  'missing',
  'file-bad',
  'in-bin',
  'retired',
  'not-approved',
  'rights-expired',
  'rights-not-begun',
  'rights-expiring',
  'long-black',
  'long-freeze',
  'long-silence',
  'no-sound',
  'no-picture',
] as const;

/** What is marked in an asset. */
export const MARKER_TYPES = ['break', 'chapter', 'credits'] as const;

/** Who marked it: a person, the file's own chapters, or the finder of black and silence. */
export const MARKER_ORIGINS = ['hand', 'chapters', 'black-and-silence'] as const;

/** The facts of a media file as measured, never as claimed by its name. */
export const mediaFileSchema = z.object({
  path: z.string(),
  sizeBytes: z.int(),
  container: z.string(),
  videoCodec: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  frameRate: z.string().nullable().describe('Frames per second as a fraction, such as 30000/1001'),
  audioCodec: z.string().nullable(),
  audioChannels: z.int().nullable(),
  durationMs: millisecondsSchema,
});
export type MediaFile = z.infer<typeof mediaFileSchema>;

/** Something that people should know of an asset: what is wrong and what to do, in one sentence. */
const badgeSchema = z.object({
  code: z.enum(BADGE_CODES),
  level: z.enum(['info', 'warning', 'fault']).describe('A fault keeps the asset from the air'),
  reason: z.string(),
});

/** A long stretch of an asset that looks or sounds wrong. */
const flawSchema = z.object({
  type: z.enum(FLAW_TYPES),
  fromMs: millisecondsSchema,
  untilMs: millisecondsSchema,
  isIntended: z.boolean().describe('A person said that it is meant so'),
});

/** A library entry with its media file. */
export const assetSchema = z.object({
  id: z.string(),
  kind: assetKindSchema,
  title: z.string(),
  houseId: z.string(),
  lifecycle: z.enum(LIFECYCLES),
  isApproved: z.boolean(),
  durationMs: millisecondsSchema,
  gainDb: decibelsSchema,
  media: mediaFileSchema,
  importedAt: instantSchema,
  lastAiredAt: instantSchema.nullable(),
  series: z.string().nullable(),
  season: z.int().nullable(),
  episode: z.int().nullable(),
  year: z.int().nullable(),
  genres: z.array(z.string()),
  tags: z.array(z.string()),
  people: z.array(z.string()),
  contentRating: z.string().nullable(),
  language: z.string().nullable().describe('BCP 47, such as pt-BR'),
  advertiser: z.string().nullable(),
  category: z.string().nullable(),
  rightsFrom: instantSchema.nullable(),
  rightsUntil: instantSchema.nullable().describe('The first instant at which it may air no more'),
  inFrame: framesSchema.nullable().describe("In the asset's own frame rate; null: from its start"),
  outFrame: framesSchema.nullable().describe("The first frame that airs no more, in the asset's own frame rate; null: to its end"),
  durationFrames: framesSchema.describe("In the asset's own frame rate"),
  notes: z.string(),
  revision: z.int(),
  binnedAt: instantSchema.nullable().describe('When it went to the bin; null while it is not there'),
  badges: z.array(badgeSchema),
  flaws: z.array(flawSchema),
});
export type Asset = z.infer<typeof assetSchema>;

/** A suggestion to break an asset, which a person may take up by setting a break there. */
const suggestedBreakSchema = z.object({
  atFrame: framesSchema,
  origin: z.enum(['chapters', 'black-and-silence']),
  fromFrame: framesSchema.nullable().describe('Where the black and silence begin; null for a chapter'),
  untilFrame: framesSchema.nullable().describe('The first frame after them'),
});

/** An asset with what is marked in it, in the asset's own frame rate. */
export const markedAssetSchema = assetSchema.extend({
  breaks: z.array(z.object({ atFrame: framesSchema })),
  suggestedBreaks: z.array(suggestedBreakSchema),
  chapters: z.array(z.object({ atFrame: framesSchema, title: z.string().nullable() })),
});
export type MarkedAsset = z.infer<typeof markedAssetSchema>;

const name = z.string().trim().min(1).max(200);
const labels = z.array(z.string().trim().min(1).max(100)).max(100);
const count = z.int().min(0).max(100_000);

/** What may be changed of an asset; what is left out stays as it is, null clears. */
export const assetChangesSchema = z.strictObject({
  title: name.optional(),
  kind: assetKindSchema.optional(),
  isApproved: z.boolean().optional(),
  lifecycle: z.enum(['ready', 'retired']).optional(),
  series: name.nullish(),
  season: count.nullish(),
  episode: count.nullish(),
  year: z.int().min(1800).max(3000).nullish(),
  genres: labels.optional(),
  tags: labels.optional(),
  people: labels.optional(),
  contentRating: name.nullish(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'Not a language tag such as pt-BR')
    .nullish(),
  advertiser: name.nullish(),
  category: name.nullish(),
  rightsFrom: instantSchema.nullish(),
  rightsUntil: instantSchema.nullish(),
  inFrame: framesSchema.nullish(),
  outFrame: framesSchema.nullish(),
  durationMs: millisecondsSchema
    .optional()
    .describe('How long a still picture is shown, a second to a day; other assets are as long as they are'),
  notes: z.string().max(20_000).optional(),
  intendedFlaws: z.array(z.enum(FLAW_TYPES)).optional().describe('The types of flaws that are meant so; the others are not'),
});
export type AssetChanges = z.infer<typeof assetChangesSchema>;
