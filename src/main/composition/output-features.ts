import { ChannelSettingsService, KeepEngineUpToDate } from '../application/channel-settings/index.ts';
import { InputsService } from '../application/inputs/index.ts';
import { OutputsService } from '../application/outputs/index.ts';
import type { Engine } from '../application/ports/engine.ts';
import type { PlanAhead } from '../application/schedule/index.ts';
import type { StationFoundation } from './station-foundation.ts';

/** The use cases of the channel's settings, its outputs and its inputs. */
export function outputFeatures({ configuration, settings, ids, log }: StationFoundation, engine: Engine, planAhead: PlanAhead) {
  const started = { channelName: settings.channel.name, rate: settings.channel.rate };
  const channelSettings = new ChannelSettingsService({ engine, configuration, started, log });
  const outputs = new OutputsService({ engine, configuration, ids, log });
  const inputs = new InputsService({ engine, configuration, ids, log, planAhead });
  const keepEngineUpToDate = new KeepEngineUpToDate(engine, [channelSettings, inputs]);
  return { inputs, outputs, channelSettings, keepEngineUpToDate };
}
