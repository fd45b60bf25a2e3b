import { implement } from '@orpc/server';
import { stationContract } from '../../../shared/contract/index.ts';
import type { CallContext } from './call-context.ts';
import { enforceLeastRole } from './enforce-least-role.ts';

/** The contract, ready to be implemented; every call has passed the check of its caller's role before it reaches its handler, or its input is read. */
export function stationImplementer() {
  return implement(stationContract)
    .$context<CallContext>()
    .use(({ context, procedure, next }) => {
      enforceLeastRole(procedure['~orpc'].meta, context);
      return next();
    });
}

export type StationImplementer = ReturnType<typeof stationImplementer>;
