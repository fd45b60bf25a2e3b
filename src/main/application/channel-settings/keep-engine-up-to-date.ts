import type { Engine } from '../ports/engine.ts';

/** Something of the configuration that an engine is told of. */
interface BroughtUpToDate {
  readonly bringUpToDate: () => Promise<void>;
}

/** The job that tells an engine, whenever one is reached, of the settings, outputs and inputs that are kept. */
export class KeepEngineUpToDate {
  readonly #engine: Engine;
  readonly #parts: readonly BroughtUpToDate[];
  #stop: () => void = () => undefined;

  constructor(engine: Engine, parts: readonly BroughtUpToDate[]) {
    this.#engine = engine;
    this.#parts = parts;
  }

  readonly start = (): void => {
    const ignore = (): void => undefined;
    const connected = (): void => {
      for (const part of this.#parts) void part.bringUpToDate();
    };
    this.#stop = this.#engine.listen({ connected, disconnected: ignore, statusHeard: ignore, evidenceWritten: ignore });
  };

  readonly stop = (): void => this.#stop();
}
