import type { EngineConfig } from '../../../shared/engine-protocol/engine-config.ts';
import type { ChannelConfiguration } from '../../application/ports/station-configuration.ts';
import type { StationSettings } from './station-settings.ts';

/**
 * How an engine that is started now is to run: with what is kept by now, but under the name and at the rate, on the ports and with the slate, with which
 * the station itself was started.
 */
export function engineConfigFrom(started: StationSettings, kept: ChannelConfiguration, ffmpegPath: string): EngineConfig {
  const { channel, network, cueAheadSeconds, restartPolicy, audioLanguage, observer, slate } = started;
  return {
    ...kept,
    channelName: channel.name,
    rate: channel.rate,
    host: network.host,
    streamPort: network.streamPort,
    rtmpPort: network.rtmpPort,
    ffmpegPath,
    cueAheadSeconds,
    restartPolicy,
    audioLanguage,
    observer,
    slate,
  };
}
