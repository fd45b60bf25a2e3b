import { type Frames, frames, milliseconds } from '../../../shared/time/index.ts';
import type { KeepBackups } from '../../application/backups/index.ts';
import type {
  EditAssets,
  EmptyBin,
  EnrichAssets,
  ImportService,
  LibraryQueries,
  PreviewAssets,
  SavedFilters,
  ScrubAssets,
  SelectForPlace,
  WatchFolders,
} from '../../application/library/index.ts';
import { callerName } from './call-context.ts';
import { grantedValue } from './granted-value.ts';
import type { StationImplementer } from './station-implementer.ts';

/** The library: bringing media in, finding it again, and editing what is said of it. */
export interface LibraryServices {
  readonly imports: ImportService;
  readonly queries: LibraryQueries;
  readonly edits: EditAssets;
  readonly enrichment: EnrichAssets;
  readonly watchFolders: WatchFolders;
  readonly selection: SelectForPlace;
  readonly backups: KeepBackups;
  readonly savedFilters: SavedFilters;
  readonly scrub: ScrubAssets;
  readonly previews: PreviewAssets;
  readonly emptyBin: EmptyBin;
}

/** The calls of the library contract. */
export function libraryHandlers({ library }: StationImplementer, services: LibraryServices) {
  const { queries, edits, enrichment, watchFolders, selection, backups } = services;
  return {
    ...importHandlers(library, services),
    ...careHandlers(library, services),
    listAssets: library.listAssets.handler(async ({ input: { search, kind, limit, cursor } }) =>
      grantedValue(await queries.listAssets({ search: search ?? null, kind: kind ?? null, limit, cursor: cursor ?? null })),
    ),
    getAsset: library.getAsset.handler(async ({ input: { id } }) => grantedValue(await queries.getAsset(id))),
    changeAsset: library.changeAsset.handler(async ({ input: { id, revision, ...changes } }) =>
      grantedValue(await edits.change(id, changes, revision ?? null)),
    ),
    binAsset: library.binAsset.handler(async ({ input: { id } }) => grantedValue(await edits.bin(id))),
    restoreAsset: library.restoreAsset.handler(async ({ input: { id } }) => grantedValue(await edits.restore(id))),
    setBreaks: library.setBreaks.handler(async ({ input: { id, breaks, refused, revision } }) =>
      grantedValue(await edits.setBreaks(id, { breaks: framesOf(breaks), refused: framesOf(refused ?? []) }, revision ?? null)),
    ),
    getThumbnail: library.getThumbnail.handler(async ({ input: { id } }) => {
      const jpeg = grantedValue(await enrichment.thumbnail(id));
      return new File([new Uint8Array(jpeg)], `${id}.jpg`, { type: 'image/jpeg' });
    }),
    editAssets: library.editAssets.handler(async ({ input }) => grantedValue(await edits.bulk(input))),
    select: library.select.handler(async ({ input }) => grantedValue(await selection.select(input))),
    listWatchFolders: library.listWatchFolders.handler(async () => ({ items: await watchFolders.list() })),
    addWatchFolder: library.addWatchFolder.handler(async ({ input: { path, kind }, context }) =>
      grantedValue(await watchFolders.add(path, kind ?? null, callerName(context))),
    ),
    removeWatchFolder: library.removeWatchFolder.handler(async ({ input: { id } }) => grantedValue(await watchFolders.remove(id))),
    listBackups: library.listBackups.handler(async () => ({ items: await backups.list() })),
    makeBackup: library.makeBackup.handler(() => backups.make()),
    restoreBackup: library.restoreBackup.handler(async ({ input: { name } }) => grantedValue(await backups.restore(name))),
  };
}

function importHandlers(library: StationImplementer['library'], { imports, queries }: LibraryServices) {
  return {
    startImport: library.startImport.handler(async ({ input: { path, kind }, context }) =>
      grantedValue(await imports.start({ path, kind: kind ?? null, by: callerName(context) })),
    ),
    getImport: library.getImport.handler(async ({ input: { id } }) => grantedValue(await queries.getImport(id))),
    cancelImport: library.cancelImport.handler(async ({ input: { id } }) => {
      grantedValue(await imports.cancel(id));
      return grantedValue(await queries.getImport(id));
    }),
    pauseImport: library.pauseImport.handler(async ({ input: { id } }) => {
      grantedValue(await imports.pause(id));
      return grantedValue(await queries.getImport(id));
    }),
    resumeImport: library.resumeImport.handler(async ({ input: { id } }) => {
      grantedValue(await imports.resume(id));
      return grantedValue(await queries.getImport(id));
    }),
    retryImport: library.retryImport.handler(async ({ input: { id, paths } }) => {
      grantedValue(await imports.retry(id, paths ?? null));
      return grantedValue(await queries.getImport(id));
    }),
    listImports: library.listImports.handler(async () => ({ items: await queries.listImports() })),
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** What keeps a library tidy: scrubbing, the bin, kept searches. */
function careHandlers(library: StationImplementer['library'], { scrub, previews, emptyBin, savedFilters }: LibraryServices) {
  return {
    getScrub: library.getScrub.handler(async ({ input: { id } }) => grantedValue(await scrub.outline(id))),
    getSprites: library.getSprites.handler(async ({ input: { id } }) => {
      const sheet = grantedValue(await scrub.sheet(id));
      return new File([new Uint8Array(sheet)], `${id}-sprites.jpg`, { type: 'image/jpeg' });
    }),
    getPreview: library.getPreview.handler(async ({ input: { id, fromFrame, frames: count }, signal }) => {
      const part = await previews.part(id, frames(fromFrame), frames(count), signal ?? new AbortController().signal);
      return new File([new Uint8Array(grantedValue(part))], `${id}.mp4`, { type: 'video/mp4' });
    }),
    emptyBin: library.emptyBin.handler(({ input: { olderThanDays } }) => emptyBin.run(milliseconds(olderThanDays * DAY_MS))),
    listSavedFilters: library.listSavedFilters.handler(async () => ({ items: await savedFilters.list() })),
    saveFilter: library.saveFilter.handler(async ({ input: { name, search } }) => grantedValue(await savedFilters.save(name, search))),
    removeSavedFilter: library.removeSavedFilter.handler(async ({ input: { id } }) => grantedValue(await savedFilters.remove(id))),
  };
}

function framesOf(places: readonly { readonly atFrame: Frames }[]): readonly Frames[] {
  return places.map(({ atFrame }) => atFrame);
}
