import type { EngineConfig } from '../../../shared/engine-protocol/index.ts';
import type { Frames } from '../../../shared/time/index.ts';
import type { Airing } from '../channel/airing.ts';
import type { ChannelMemory, RundownState } from '../channel/channel-parts.ts';
import type { AirPosition } from '../evidence/recover-air.ts';
import type { EngineLog } from '../hub/index.ts';
import type { EnginePaths } from './engine-paths.ts';
import { LatestFile } from './latest-file.ts';

/** Keeps the rundown, the position and the configuration in files. */
export class FileChannelMemory implements ChannelMemory {
  readonly #rundown: LatestFile;
  readonly #position: LatestFile;
  readonly #config: LatestFile;

  constructor(paths: Pick<EnginePaths, 'rundown' | 'position' | 'config'>, log: EngineLog) {
    this.#rundown = new LatestFile(paths.rundown, 'durable', log);
    this.#position = new LatestFile(paths.position, 'whole', log);
    this.#config = new LatestFile(paths.config, 'durable', log);
  }

  /** Whether the last write of any of the files failed. */
  get hasFailed(): boolean {
    return this.#rundown.hasFailed || this.#position.hasFailed || this.#config.hasFailed;
  }

  saveRundown(state: RundownState): void {
    this.#rundown.save(state);
  }

  savePosition(frame: Frames, { airingId, heldFrames, slatedFrames }: Airing): void {
    const position: AirPosition = { frame, airingId, heldFrames, slatedFrames };
    this.#position.save(position);
  }

  /** Keeps how the engine is to run for its next start. */
  saveConfig(config: EngineConfig): void {
    this.#config.save(config);
  }

  /** Settles when everything is on the disk, or has failed. */
  async settled(): Promise<void> {
    await Promise.all([this.#rundown.settled(), this.#position.settled(), this.#config.settled()]);
  }
}
