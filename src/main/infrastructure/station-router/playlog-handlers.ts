import type { CopyDay, EditPlaylog, PlaylogQueries } from '../../application/playlog/index.ts';
import { callerName } from './call-context.ts';
import { grantedValue } from './granted-value.ts';
import type { StationImplementer } from './station-implementer.ts';

/** What will air, and how people change it. */
export interface PlaylogServices {
  readonly queries: PlaylogQueries;
  readonly editPlaylog: EditPlaylog;
  readonly copyDay: CopyDay;
}

/** The calls of the playlog contract. */
export function playlogHandlers({ playlog }: StationImplementer, { queries, editPlaylog, copyDay }: PlaylogServices) {
  return {
    list: playlog.list.handler(({ input }) => queries.list(input)),
    edit: playlog.edit.handler(async ({ input, context }) => grantedValue(await editPlaylog.edit({ ...input, by: callerName(context) }))),
    tryCopyDay: playlog.tryCopyDay.handler(async ({ input }) => grantedValue(await copyDay.dryRun(input))),
    copyDay: playlog.copyDay.handler(async ({ input, context }) => grantedValue(await copyDay.copy({ ...input, by: callerName(context) }))),
    undo: playlog.undo.handler(async () => grantedValue(await editPlaylog.undo())),
    redo: playlog.redo.handler(async () => grantedValue(await editPlaylog.redo())),
  };
}
