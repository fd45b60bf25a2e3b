import type { KeepBackups } from '../../application/backups/index.ts';
import type {
  EditAssets,
  EnrichAssets,
  ImportService,
  LibraryQueries,
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
}

/** The calls of the library contract. */
export function libraryHandlers(
  { library }: StationImplementer,
  { imports, queries, edits, enrichment, watchFolders, selection, backups }: LibraryServices,
) {
  return {
    startImport: library.startImport.handler(async ({ input: { path, kind }, context }) =>
      grantedValue(await imports.start({ path, kind: kind ?? null, by: callerName(context) })),
    ),
    getImport: library.getImport.handler(async ({ input: { id } }) => grantedValue(await queries.getImport(id))),
    cancelImport: library.cancelImport.handler(async ({ input: { id } }) => {
      grantedValue(await imports.cancel(id));
      return grantedValue(await queries.getImport(id));
    }),
    listImports: library.listImports.handler(async () => ({ items: await queries.listImports() })),
    listAssets: library.listAssets.handler(async ({ input: { search, kind, limit, cursor } }) =>
      grantedValue(await queries.listAssets({ search: search ?? null, kind: kind ?? null, limit, cursor: cursor ?? null })),
    ),
    getAsset: library.getAsset.handler(async ({ input: { id } }) => grantedValue(await queries.getAsset(id))),
    changeAsset: library.changeAsset.handler(async ({ input: { id, revision, ...changes } }) =>
      grantedValue(await edits.change(id, changes, revision ?? null)),
    ),
    binAsset: library.binAsset.handler(async ({ input: { id } }) => grantedValue(await edits.bin(id))),
    restoreAsset: library.restoreAsset.handler(async ({ input: { id } }) => grantedValue(await edits.restore(id))),
    setBreaks: library.setBreaks.handler(async ({ input: { id, breaks, revision } }) =>
      grantedValue(
        await edits.setBreaks(
          id,
          breaks.map(({ atFrame }) => atFrame),
          revision ?? null,
        ),
      ),
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
