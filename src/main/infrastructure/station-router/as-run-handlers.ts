import type { AsRunQueries } from '../../application/as-run/index.ts';
import type { StationImplementer } from './station-implementer.ts';

/** The calls of the as-run contract. */
export function asRunHandlers({ asRun }: StationImplementer, queries: AsRunQueries) {
  return { list: asRun.list.handler(({ input }) => queries.list(input)) };
}
