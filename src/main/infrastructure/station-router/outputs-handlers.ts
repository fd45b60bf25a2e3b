import type { OutputsService } from '../../application/outputs/index.ts';
import { callerName } from './call-context.ts';
import { grantedValue } from './granted-value.ts';
import type { StationImplementer } from './station-implementer.ts';

/** The calls of the outputs contract. */
export function outputsHandlers({ outputs }: StationImplementer, service: OutputsService) {
  return {
    list: outputs.list.handler(() => service.list()),
    replace: outputs.replace.handler(async ({ input: { outputs, revision }, context }) =>
      grantedValue(await service.replace(outputs, revision ?? null, callerName(context))),
    ),
  };
}
