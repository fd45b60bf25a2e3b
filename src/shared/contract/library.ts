import { z } from 'zod';
import { assetKindSchema } from './asset-kind.ts';
import { call } from './call.ts';
import { assetChangesSchema, assetSchema, markedAssetSchema } from './library-asset.ts';
import { scrubSchema } from './library-scrub.ts';
import { selectionAnswerSchema, selectionSchema } from './library-selection.ts';
import { framesSchema, instantSchema } from './quantities.ts';

export type { Scrub } from './library-scrub.ts';
export * from './library-selection.ts';

/** Why a file was refused, or an asset can't be `ready`. The sentence for people travels beside it as `reason`. */
export const REFUSAL_CODES = [
  'not-found',
  'not-readable',
  'bad-name',
  'empty-file',
  'not-media',
  'corrupt',
  'truncated',
  'unsupported',
  'already-imported',
] as const;

/** A file that an import refused, and why, in words that say what to do. */
const importFailureSchema = z.object({ path: z.string(), code: z.enum(REFUSAL_CODES), reason: z.string() });

/** How far an import has come. `done` counts files that were dealt with, refused ones too. */
export const importSchema = z.object({
  id: z.string(),
  path: z.string(),
  state: z.enum(['queued', 'running', 'done', 'cancelled', 'failed']),
  isPaused: z.boolean().describe('Held back until it is resumed, over restarts of the station too'),
  found: z.int(),
  done: z.int(),
  failed: z.array(importFailureSchema),
});
export type Import = z.infer<typeof importSchema>;

/** The revision that an edit was made on: refused as stale when the asset was edited since. Left out: whatever is there is edited. */
/** Places in an asset, in its own frames. */
const placesSchema = z.array(z.strictObject({ atFrame: framesSchema })).max(1000);

const editedRevision = z.int().optional();

const assetIds = z.array(z.string()).min(1).max(10_000);
const labels = z.array(z.string().trim().min(1).max(100)).max(100).default([]);

/** One edit of many assets: all of them or none. */
const bulkEditSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('change'), ids: assetIds, changes: assetChangesSchema }),
  z.strictObject({ op: z.literal('tag'), ids: assetIds, add: labels, remove: labels }),
  z.strictObject({ op: z.literal('bin'), ids: assetIds }),
  z.strictObject({ op: z.literal('restore'), ids: assetIds }),
]);

/** A folder whose media comes into the library by itself. */
const watchFolderSchema = z.object({ id: z.string(), path: z.string(), kind: assetKindSchema.nullable() });
export type WatchFolder = z.infer<typeof watchFolderSchema>;

/** A search that people keep under a name, for everybody. */
const savedFilterSchema = z.object({ id: z.string(), name: z.string(), search: z.string() });
export type SavedFilter = z.infer<typeof savedFilterSchema>;

/** A copy of the station's database. */
const backupSchema = z.object({ name: z.string(), madeAt: instantSchema, sizeBytes: z.int() });
export type Backup = z.infer<typeof backupSchema>;

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
  cancelImport: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'POST', path: '/api/library/imports/{id}/cancel', tags: ['library'], description: 'What it brought in stays' })
    .input(z.strictObject({ id: z.string() }))
    .output(importSchema),
  pauseImport: call
    .meta({ leastRole: 'scheduler' })
    .route({
      method: 'POST',
      path: '/api/library/imports/{id}/pause',
      tags: ['library'],
      description: 'Files under way are begun anew later',
    })
    .input(z.strictObject({ id: z.string() }))
    .output(importSchema),
  resumeImport: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'POST', path: '/api/library/imports/{id}/resume', tags: ['library'] })
    .input(z.strictObject({ id: z.string() }))
    .output(importSchema),
  retryImport: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'POST', path: '/api/library/imports/{id}/retry', tags: ['library'] })
    .input(
      z.strictObject({
        id: z.string(),
        paths: z.array(z.string()).max(10_000).optional().describe('Some of the files it refused; all of them if left out'),
      }),
    )
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
    .output(markedAssetSchema),
  changeAsset: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'PATCH', path: '/api/library/assets/{id}', tags: ['library'] })
    .input(assetChangesSchema.extend({ id: z.string(), revision: editedRevision }))
    .output(markedAssetSchema),
  binAsset: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'DELETE', path: '/api/library/assets/{id}', tags: ['library'] })
    .input(z.strictObject({ id: z.string() }))
    .output(markedAssetSchema),
  restoreAsset: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'POST', path: '/api/library/assets/{id}/restore', tags: ['library'] })
    .input(z.strictObject({ id: z.string() }))
    .output(markedAssetSchema),
  setBreaks: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'PUT', path: '/api/library/assets/{id}/breaks', tags: ['library'] })
    .input(
      z.strictObject({
        id: z.string(),
        revision: editedRevision,
        breaks: placesSchema,
        refused: placesSchema
          .optional()
          .describe('Suggested breaks that are not to be offered again; more may be found when the file is replaced'),
      }),
    )
    .output(markedAssetSchema),
  getThumbnail: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/library/assets/{id}/thumbnail', tags: ['library'], description: 'A JPEG' })
    .input(z.strictObject({ id: z.string() }))
    .output(z.file()),
  getScrub: call
    .meta({ leastRole: 'viewer' })
    .route({
      method: 'GET',
      path: '/api/library/assets/{id}/scrub',
      tags: ['library'],
      description: 'What a picture bar and a waveform are drawn from. Made when it is first asked for',
    })
    .input(z.strictObject({ id: z.string() }))
    .output(scrubSchema),
  getSprites: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/library/assets/{id}/sprites', tags: ['library'], description: 'A JPEG: the sheet of stills' })
    .input(z.strictObject({ id: z.string() }))
    .output(z.file()),
  getPreview: call
    .meta({ leastRole: 'viewer' })
    .route({
      method: 'GET',
      path: '/api/library/assets/{id}/preview',
      tags: ['library'],
      description:
        "A part of the asset as any browser plays it: fragmented MP4, H.264 and AAC. Its time 0 is the frame asked for; shorter at the asset's end",
    })
    .input(
      z.strictObject({
        id: z.string(),
        fromFrame: z.coerce.number().int().min(0).default(0),
        frames: z.coerce.number().int().min(1).max(600).default(250),
      }),
    )
    .output(z.file()),
  emptyBin: call
    .meta({ leastRole: 'admin' })
    .route({
      method: 'POST',
      path: '/api/library/bin/empty',
      tags: ['library'],
      description: 'Deletes for good what has been in the bin for so long and is not planned; media files stay on disk',
    })
    .input(z.strictObject({ olderThanDays: z.number().min(0).max(36_500).default(30) }))
    .output(z.object({ deleted: z.int(), kept: z.int().describe('Younger than that, or still planned') })),
  listSavedFilters: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/library/filters', tags: ['library'] })
    .output(z.object({ items: z.array(savedFilterSchema) })),
  saveFilter: call
    .meta({ leastRole: 'operator' })
    .route({ method: 'POST', path: '/api/library/filters', tags: ['library'], description: 'Replaces the one of that name' })
    .input(z.strictObject({ name: z.string().trim().min(1).max(100), search: z.string().trim().min(1).max(500) }))
    .output(savedFilterSchema),
  removeSavedFilter: call
    .meta({ leastRole: 'operator' })
    .route({ method: 'DELETE', path: '/api/library/filters/{id}', tags: ['library'] })
    .input(z.strictObject({ id: z.string() }))
    .output(z.object({})),
  editAssets: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'POST', path: '/api/library/assets/edits', tags: ['library'] })
    .input(bulkEditSchema)
    .output(z.object({ changed: z.int() })),
  listWatchFolders: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/library/watch-folders', tags: ['library'] })
    .output(z.object({ items: z.array(watchFolderSchema) })),
  addWatchFolder: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'POST', path: '/api/library/watch-folders', tags: ['library'] })
    .input(z.strictObject({ path: z.string().min(1).max(4096), kind: assetKindSchema.optional() }))
    .output(watchFolderSchema),
  removeWatchFolder: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'DELETE', path: '/api/library/watch-folders/{id}', tags: ['library'] })
    .input(z.strictObject({ id: z.string() }))
    .output(z.object({})),
  select: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'POST', path: '/api/library/select', tags: ['library'] })
    .input(selectionSchema)
    .output(selectionAnswerSchema),
  listBackups: call.route({ method: 'GET', path: '/api/backups', tags: ['backups'] }).output(z.object({ items: z.array(backupSchema) })),
  makeBackup: call.route({ method: 'POST', path: '/api/backups', tags: ['backups'] }).output(backupSchema),
  restoreBackup: call
    .route({ method: 'POST', path: '/api/backups/{name}/restore', tags: ['backups'], description: 'When the station is started next' })
    .input(z.strictObject({ name: z.string() }))
    .output(z.object({ restoresAt: z.literal('next-start') })),
};
