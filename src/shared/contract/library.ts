import { z } from 'zod';
import { assetKindSchema } from './asset-kind.ts';
import { call } from './call.ts';
import { decibelsSchema, instantSchema, millisecondsSchema } from './quantities.ts';

/** Where an asset stands on its way to the air; only `ready` may air. */
export const LIFECYCLES = ['new', 'enriching', 'ready', 'retired'] as const;

/** Why a file was refused, or an asset can't be `ready`. The sentence for people travels beside it as `reason`. */
export const REFUSAL_CODES = [
  'not-found',
  'not-readable',
  'empty-file',
  'not-media',
  'no-picture',
  'corrupt',
  'truncated',
  'unsupported',
  'already-imported',
] as const;

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
});
export type Asset = z.infer<typeof assetSchema>;

/** A file that an import refused, and why, in words that say what to do. */
export const importFailureSchema = z.object({ path: z.string(), code: z.enum(REFUSAL_CODES), reason: z.string() });

/** How far an import has come. `done` counts files that were dealt with, refused ones too. */
export const importSchema = z.object({
  id: z.string(),
  path: z.string(),
  state: z.enum(['queued', 'running', 'done', 'cancelled', 'failed']),
  found: z.int(),
  done: z.int(),
  failed: z.array(importFailureSchema),
});
export type Import = z.infer<typeof importSchema>;

/** The content library: bringing media in, and finding it again. */
export const libraryContract = {
  startImport: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'POST', path: '/api/library/imports', successStatus: 202, tags: ['library'] })
    .input(z.strictObject({ path: z.string().min(1).max(4096), kind: assetKindSchema.optional() }))
    .output(z.object({ importId: z.string() })),
  getImport: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/library/imports/{id}', tags: ['library'] })
    .input(z.strictObject({ id: z.string() }))
    .output(importSchema),
  listImports: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/library/imports', tags: ['library'] })
    .output(z.object({ items: z.array(importSchema) })),
  listAssets: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/library/assets', tags: ['library'] })
    .input(
      z.strictObject({
        search: z.string().max(500).optional(),
        kind: assetKindSchema.optional(),
        limit: z.coerce.number().int().min(1).max(500).default(100),
        cursor: z.string().optional(),
      }),
    )
    .output(z.object({ items: z.array(assetSchema), nextCursor: z.string().nullable() })),
  getAsset: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/library/assets/{id}', tags: ['library'] })
    .input(z.strictObject({ id: z.string() }))
    .output(assetSchema),
};
