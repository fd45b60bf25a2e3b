import type { Engine } from '../ports/engine.ts';
import type { ChannelSettingsService } from './channel-settings-service.ts';

/** The job that tells an engine, whenever one is reached, of the settings and outputs that are kept. */
export class KeepEngineUpToDate {
  readonly #engine: Engine;
  readonly #settings: ChannelSettingsService;
  #stop: () => void = () => undefined;

  constructor(engine: Engine, settings: ChannelSettingsService) {
    this.#engine = engine;
    this.#settings = settings;
  }

  readonly start = (): void => {
    const ignore = (): void => undefined;
    const connected = (): void => void this.#settings.bringUpToDate();
    this.#stop = this.#engine.listen({ connected, disconnected: ignore, statusHeard: ignore, evidenceWritten: ignore });
  };

  readonly stop = (): void => this.#stop();
}
