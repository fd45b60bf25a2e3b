import type { Affidavits, AmendAsRun, AsRunQueries, AsRunReports } from '../../application/as-run/index.ts';
import { callerName } from './call-context.ts';
import { grantedValue } from './granted-value.ts';
import type { StationImplementer } from './station-implementer.ts';

/** The as-run log, and what is made of it. */
export interface AsRunServices {
  readonly queries: AsRunQueries;
  readonly reports: AsRunReports;
  readonly affidavits: Affidavits;
  readonly amend: AmendAsRun;
}

/** The calls of the as-run contract. */
export function asRunHandlers({ asRun }: StationImplementer, { queries, reports, affidavits, amend }: AsRunServices) {
  return {
    list: asRun.list.handler(({ input }) => queries.list(input)),
    csv: asRun.csv.handler(async ({ input: { date } }) => {
      return new File([await reports.csv(date)], `as-run-${date}.csv`, { type: 'text/csv; charset=utf-8' });
    }),
    json: asRun.json.handler(async ({ input: { date } }) => {
      return new File([await reports.json(date)], `as-run-${date}.json`, { type: 'application/json' });
    }),
    amend: asRun.amend.handler(async ({ input, context }) => grantedValue(await amend.run({ ...input, by: callerName(context) }))),
    affidavit: asRun.affidavit.handler(({ input }) => affidavits.get(input)),
    affidavitPage: asRun.affidavitPage.handler(async ({ input }) => {
      return new File([await affidavits.page(input)], 'affidavit.html', { type: 'text/html; charset=utf-8' });
    }),
    verify: asRun.verify.handler(() => reports.verify()),
    reconcile: asRun.reconcile.handler(({ input: { date } }) => reports.reconcile(date)),
  };
}
