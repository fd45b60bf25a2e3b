import type { AirQueries, PanicSlate, ReturnToProgramme, TakeNext } from '../../application/air/index.ts';
import { callerName } from './call-context.ts';
import { grantedValue } from './granted-value.ts';
import { airFor } from './reachable-addresses.ts';
import type { StationImplementer } from './station-implementer.ts';

/** The air: what it shows, and the operator's hand on it. */
export interface AirServices {
  readonly queries: AirQueries;
  readonly takeNext: TakeNext;
  readonly panicSlate: PanicSlate;
  readonly returnToProgramme: ReturnToProgramme;
}

/** The calls of the air contract. */
export function airHandlers({ air }: StationImplementer, { queries, takeNext, panicSlate, returnToProgramme }: AirServices) {
  return {
    get: air.get.handler(({ context }) => airFor(queries.get(), context.reachedAt)),
    take: air.take.handler(async ({ context }) => grantedValue(await takeNext.run(callerName(context)))),
    panic: air.panic.handler(async ({ context }) => grantedValue(await panicSlate.run(callerName(context)))),
    return: air.return.handler(async ({ input, context }) => grantedValue(await returnToProgramme.run(input.policy, callerName(context)))),
  };
}
