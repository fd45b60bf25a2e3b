import { type EngineConfig, engineConfigSchema } from '../../../shared/engine-protocol/engine-config.ts';
import type { StationSettings } from './station-settings.ts';

/** How the engine is to run, from the station's settings and the FFmpeg that was found. What the settings do not know stays at the engine's default. */
export function engineConfigFrom(settings: StationSettings, ffmpegPath: string): EngineConfig {
  const { channel, encoding, hls, network, cueAheadSeconds } = settings;
  return engineConfigSchema.parse({
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
    ffmpegPath,
    cueAheadSeconds,
  } satisfies Partial<EngineConfig>);
}
