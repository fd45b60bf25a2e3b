import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChannelConfiguration, StationConfiguration } from '../../application/ports/station-configuration.ts';
import { readStationSettings, SETTINGS_FILE } from './read-station-settings.ts';
import type { StationSettings } from './station-settings.ts';

/** A `StationConfiguration` in `station.json`. What an editor has written there meanwhile stays, but for what is changed. */
export class FileStationConfiguration implements StationConfiguration {
  readonly #dataFolder: string;
  #settings: StationSettings;
  #work: Promise<void> = Promise.resolve();

  /** `settings`: as they were read from the data folder. */
  constructor(dataFolder: string, settings: StationSettings) {
    this.#dataFolder = dataFolder;
    this.#settings = settings;
  }

  readonly current = (): ChannelConfiguration => configurationIn(this.#settings);

  readonly change = (change: Partial<ChannelConfiguration>): Promise<void> => {
    const changed = this.#work.then(() => this.#write(change));
    // Whoever asked is told of a failure; the next change does not hang on it.
    this.#work = changed.catch(() => undefined);
    return changed;
  };

  async #write(change: Partial<ChannelConfiguration>): Promise<void> {
    const latest = await readStationSettings(this.#dataFolder);
    const { channelName, width, height, rate, video, audio, ...others } = { ...configurationIn(latest), ...change };
    const settings: StationSettings = {
      ...latest,
      channel: { ...latest.channel, name: channelName, width, height, rate },
      encoding: { video, audio },
      ...others,
    };
    const path = join(this.#dataFolder, SETTINGS_FILE);
    const draft = `${path}.${process.pid}.tmp`;
    try {
      // For its owner alone: outputs have keys.
      await writeFile(draft, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    this.#settings = settings;
  }
}

function configurationIn({ channel, encoding, hls, rtmpPlayKey, outputs, inputs }: StationSettings): ChannelConfiguration {
  const { name: channelName, width, height, rate } = channel;
  return { channelName, width, height, rate, ...encoding, hls, rtmpPlayKey, outputs, inputs };
}
