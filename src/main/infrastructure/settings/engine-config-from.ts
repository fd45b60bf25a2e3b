import type { EngineConfig } from '../../../shared/engine-protocol/engine-config.ts';
import type { StationSettings } from './station-settings.ts';

/** How the engine is to run, from the station's settings and the FFmpeg that was found. */
export function engineConfigFrom(settings: StationSettings, ffmpegPath: string): EngineConfig {
  const { channel, encoding, hls, rtmpPlayKey, network, outputs, cueAheadSeconds } = settings;
  return {
    channelName: channel.name,
    width: channel.width,
    height: channel.height,
    rate: channel.rate,
    video: encoding.video,
    audio: encoding.audio,
    hls,
    host: network.host,
    streamPort: network.streamPort,
    rtmpPort: network.rtmpPort,
    rtmpPlayKey,
    outputs,
    ffmpegPath,
    cueAheadSeconds,
  };
}
