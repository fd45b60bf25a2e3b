import type { EngineConfig } from '../../../shared/engine-protocol/index.ts';

/** What an operator can change about the channel and its ways out, as it is kept. */
export type ChannelConfiguration = Pick<
  EngineConfig,
  'channelName' | 'width' | 'height' | 'rate' | 'video' | 'audio' | 'hls' | 'rtmpPlayKey' | 'outputs' | 'inputs'
>;

/** Where the station's configuration is kept. */
export interface StationConfiguration {
  /** As it is kept now; some of it may wait for the next start to take effect. */
  readonly current: () => ChannelConfiguration;
  /** Keeps a change. @throws the system's error when it can't be written; then nothing has changed. */
  readonly change: (change: Partial<ChannelConfiguration>) => Promise<void>;
}
