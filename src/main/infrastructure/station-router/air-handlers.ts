import type { SlateCard } from '../../../shared/contract/index.ts';
import type { AirQueries, BreakIn, HoldSchedule, PanicSlate, ReturnToProgramme, SkipNext, TakeNext } from '../../application/air/index.ts';
import { callerName } from './call-context.ts';
import { grantedValue } from './granted-value.ts';
import { airFor } from './reachable-addresses.ts';
import type { StationImplementer } from './station-implementer.ts';

/** The air: what it shows, and the operator's hand on it. */
export interface AirServices {
  readonly queries: AirQueries;
  /** What the slate of the engine shows. */
  readonly slate: SlateCard;
  readonly takeNext: TakeNext;
  readonly skipNext: SkipNext;
  readonly holdSchedule: HoldSchedule;
  readonly breakIn: BreakIn;
  readonly panicSlate: PanicSlate;
  readonly returnToProgramme: ReturnToProgramme;
}

/** The calls of the air contract. */
export function airHandlers({ air }: StationImplementer, services: AirServices) {
  const { queries, slate, takeNext, skipNext, holdSchedule, breakIn, panicSlate, returnToProgramme } = services;
  return {
    get: air.get.handler(({ context }) => airFor(queries.get(), context.reachedAt)),
    slate: air.slate.handler(() => slate),
    landings: air.landings.handler(() => queries.landings()),
    take: air.take.handler(async ({ context }) => grantedValue(await takeNext.run(callerName(context)))),
    skip: air.skip.handler(async ({ context }) => grantedValue(await skipNext.run(callerName(context)))),
    hold: air.hold.handler(async ({ context }) => grantedValue(await holdSchedule.run(callerName(context)))),
    arm: air.arm.handler(async ({ input }) => grantedValue(await breakIn.arm(input.source))),
    breaking: air.breaking.handler(async ({ input, context }) => grantedValue(await breakIn.run(input, callerName(context)))),
    panic: air.panic.handler(async ({ context }) => grantedValue(await panicSlate.run(callerName(context)))),
    return: air.return.handler(async ({ input, context }) => grantedValue(await returnToProgramme.run(input.policy, callerName(context)))),
  };
}
