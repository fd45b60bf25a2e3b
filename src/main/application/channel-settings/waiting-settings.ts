import type { ChannelSetup } from '../../../shared/contract/channel-settings.ts';
import type { FixedSetup } from '../../../shared/engine-protocol/index.ts';
import type { ChannelConfiguration } from '../ports/station-configuration.ts';

/** Each setting that an engine keeps for life, by the name that it has in the contract. */
const OF_THE_ENGINE = {
  width: ({ width }) => width,
  height: ({ height }) => height,
  'hls.segmentSeconds': ({ hls }) => hls.segmentSeconds,
  'hls.format': ({ hls }) => hls.format,
  // Lists have no identity of their own: their text has.
  'hls.renditions': ({ hls }) => JSON.stringify(hls.renditions),
  rtmpPlayKey: ({ rtmpPlayKey }) => rtmpPlayKey,
} satisfies Readonly<Record<string, (kept: ChannelConfiguration) => string | number>>;

/** What of the kept settings is not true yet, of the engine that runs and of the station that was started with a name and a rate. */
export function waitingSettings(
  kept: ChannelConfiguration,
  running: FixedSetup | null,
  started: Pick<ChannelConfiguration, 'channelName' | 'rate'>,
): ChannelSetup['waiting'] {
  const values: Readonly<Record<keyof typeof OF_THE_ENGINE, unknown>> | null =
    running === null
      ? null
      : {
          ...running,
          'hls.segmentSeconds': running.segmentSeconds,
          'hls.format': running.format,
          'hls.renditions': JSON.stringify(running.renditions),
        };
  const names = Object.entries(OF_THE_ENGINE) as [keyof typeof OF_THE_ENGINE, (kept: ChannelConfiguration) => unknown][];
  const forEngine = values === null ? [] : names.filter(([name, of]) => of(kept) !== values[name]).map(([name]) => name);
  const forStation = [...(kept.channelName === started.channelName ? [] : ['name']), ...(kept.rate === started.rate ? [] : ['rate'])];
  return { forEngine, forStation };
}
