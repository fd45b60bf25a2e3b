import type { AlarmService } from '../../application/health/index.ts';
import { callerName } from './call-context.ts';
import { grantedValue } from './granted-value.ts';
import type { StationImplementer } from './station-implementer.ts';

/** The calls of the alarms contract. */
export function alarmHandlers({ alarms }: StationImplementer, service: AlarmService) {
  return {
    list: alarms.list.handler(async () => grantedValue(await service.list())),
    acknowledge: alarms.acknowledge.handler(async ({ input, context }) =>
      grantedValue(await service.acknowledge(input.id, callerName(context))),
    ),
  };
}
