import type { PlaylogQueries } from '../../application/playlog/index.ts';
import type { StationImplementer } from './station-implementer.ts';

/** The calls of the playlog contract. */
export function playlogHandlers({ playlog }: StationImplementer, queries: PlaylogQueries) {
  return { list: playlog.list.handler(({ input }) => queries.list(input)) };
}
