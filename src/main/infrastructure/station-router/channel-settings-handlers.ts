import type { ChannelSettingsService } from '../../application/channel-settings/index.ts';
import { callerName } from './call-context.ts';
import { grantedValue } from './granted-value.ts';
import type { StationImplementer } from './station-implementer.ts';

/** The calls of the channel settings' contract. */
export function channelSettingsHandlers({ channelSettings }: StationImplementer, service: ChannelSettingsService) {
  return {
    get: channelSettings.get.handler(() => service.get()),
    change: channelSettings.change.handler(async ({ input: { applyNow, ...change }, context }) =>
      grantedValue(await service.change(change, applyNow, callerName(context))),
    ),
  };
}
