import type { AsRunQueries, AsRunReports } from '../../application/as-run/index.ts';
import type { StationImplementer } from './station-implementer.ts';

/** The as-run log, and what is made of it. */
export interface AsRunServices {
  readonly queries: AsRunQueries;
  readonly reports: AsRunReports;
}

/** The calls of the as-run contract. */
export function asRunHandlers({ asRun }: StationImplementer, { queries, reports }: AsRunServices) {
  return {
    list: asRun.list.handler(({ input }) => queries.list(input)),
    csv: asRun.csv.handler(async ({ input: { date } }) => {
      return new File([await reports.csv(date)], `as-run-${date}.csv`, { type: 'text/csv; charset=utf-8' });
    }),
    verify: asRun.verify.handler(() => reports.verify()),
    reconcile: asRun.reconcile.handler(({ input: { date } }) => reports.reconcile(date)),
  };
}
