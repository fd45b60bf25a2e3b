import type { ImportService, LibraryQueries } from '../../application/library/index.ts';
import { callerName } from './call-context.ts';
import { grantedValue } from './granted-value.ts';
import type { StationImplementer } from './station-implementer.ts';

/** The library: bringing media in, and finding it again. */
export interface LibraryServices {
  readonly imports: ImportService;
  readonly queries: LibraryQueries;
}

/** The calls of the library contract. */
export function libraryHandlers({ library }: StationImplementer, { imports, queries }: LibraryServices) {
  return {
    startImport: library.startImport.handler(async ({ input: { path, kind }, context }) =>
      grantedValue(await imports.start({ path, kind: kind ?? null, by: callerName(context) })),
    ),
    getImport: library.getImport.handler(async ({ input: { id } }) => grantedValue(await queries.getImport(id))),
    listImports: library.listImports.handler(async () => ({ items: await queries.listImports() })),
    listAssets: library.listAssets.handler(async ({ input: { search, kind, limit, cursor } }) =>
      grantedValue(await queries.listAssets({ search: search ?? null, kind: kind ?? null, limit, cursor: cursor ?? null })),
    ),
    getAsset: library.getAsset.handler(async ({ input: { id } }) => grantedValue(await queries.getAsset(id))),
  };
}
