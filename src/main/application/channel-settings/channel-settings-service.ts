import type { ChannelSettings, ChannelSettingsChange, ChannelSetup } from '../../../shared/contract/channel-settings.ts';
import type { Engine } from '../ports/engine.ts';
import type { Log } from '../ports/log.ts';
import type { ChannelConfiguration, StationConfiguration } from '../ports/station-configuration.ts';
import { type Answer, granted } from '../refusal.ts';
import { waitingSettings } from './waiting-settings.ts';

/** What starting the engine again costs viewers, as measured (docs/engine.md), rounded up. */
const RESTART_COSTS = { lostMs: 3000, discontinuities: 1 } as const;

/** What the channel's settings stand on. */
export interface ChannelSettingsDependencies {
  readonly engine: Engine;
  readonly configuration: StationConfiguration;
  /** With which name and rate the station was started: they stay as they are until it is started again. */
  readonly started: Pick<ChannelConfiguration, 'channelName' | 'rate'>;
  readonly log: Log;
}

/** The channel's settings: kept in the station's configuration, and brought to the engine as far as that goes on air. */
export class ChannelSettingsService {
  readonly #to: ChannelSettingsDependencies;

  constructor(dependencies: ChannelSettingsDependencies) {
    this.#to = dependencies;
  }

  readonly get = async (): Promise<ChannelSetup> => {
    const kept = this.#to.configuration.current();
    const setup = await this.#to.engine.call('setup', {});
    const waiting = waitingSettings(kept, setup.ok ? setup.value.running : null, this.#to.started);
    return { settings: settingsOf(kept), waiting, restartCosts: RESTART_COSTS, encoders: setup.ok ? setup.value.encoders : null };
  };

  /**
   * Keeps a change and has the engine take what can be taken on air. `applyNow`: starts the engine again if something waits for that; refused as
   * ENGINE_UNREACHABLE, with the change kept, when it can't be told to.
   */
  readonly change = async (
    change: ChannelSettingsChange,
    applyNow: boolean,
    by: string,
  ): Promise<Answer<ChannelSetup & { hasRestarted: boolean }>> => {
    const { configuration, engine, log } = this.#to;
    await configuration.change(changed(configuration.current(), change));
    log.info('The settings of the channel were changed', { by, change, applyNow });
    await this.#adjust();
    const setup = await this.get();
    if (!applyNow || setup.waiting.forEngine.length === 0) return granted({ ...setup, hasRestarted: false });
    // Main finds the engine gone and starts one with the settings that are kept now.
    const left = await engine.call('leaveAir', { cause: by });
    if (!left.ok) return left;
    return granted({ ...setup, waiting: { ...setup.waiting, forEngine: [] }, hasRestarted: true });
  };

  /** Brings an engine that was just reached up to date: it may have run without main while settings were changed. */
  readonly bringUpToDate = async (): Promise<void> => {
    await this.#adjust();
    const answer = await this.#to.engine.call('setOutputs', { outputs: this.#to.configuration.current().outputs });
    if (!answer.ok) this.#to.log.warn('The engine did not take the outputs yet', { code: answer.code, message: answer.message });
  };

  async #adjust(): Promise<void> {
    const { video, audio, hls } = this.#to.configuration.current();
    const answer = await this.#to.engine.call('adjust', { video, audio, windowSegments: hls.windowSegments });
    if (!answer.ok) this.#to.log.warn('The engine did not take the settings yet', { code: answer.code, message: answer.message });
  }
}

function settingsOf(kept: ChannelConfiguration): ChannelSettings {
  const { channelName: name, width, height, rate, video, audio, rtmpPlayKey } = kept;
  const { segmentSeconds, windowSegments, format, renditions } = kept.hls;
  return { name, width, height, rate, video, audio, hls: { segmentSeconds, windowSegments, format, renditions }, rtmpPlayKey };
}

function changed(kept: ChannelConfiguration, change: ChannelSettingsChange): Partial<ChannelConfiguration> {
  const { name, video, audio, hls, ...plain } = withoutGaps(change);
  return {
    ...plain,
    channelName: name ?? kept.channelName,
    video: { ...kept.video, ...withoutGaps(video ?? {}) },
    audio: { ...kept.audio, ...withoutGaps(audio ?? {}) },
    hls: { ...kept.hls, ...withoutGaps(hls ?? {}) },
  };
}

/** What was left out, as a field that is not there. */
function withoutGaps<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
