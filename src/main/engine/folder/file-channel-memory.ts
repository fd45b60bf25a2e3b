import type { Frames } from '../../../shared/time/index.ts';
import type { Airing } from '../channel/airing.ts';
import type { ChannelMemory, RundownState } from '../channel/channel-parts.ts';
import type { AirPosition } from '../evidence/recover-air.ts';
import type { EngineLog } from '../hub/index.ts';
import { LatestFile } from './latest-file.ts';

/** Keeps the rundown and the position in files. */
export class FileChannelMemory implements ChannelMemory {
  readonly #rundown: LatestFile;
  readonly #position: LatestFile;

  constructor(paths: { readonly rundown: string; readonly position: string }, log: EngineLog) {
    this.#rundown = new LatestFile(paths.rundown, 'durable', log);
    this.#position = new LatestFile(paths.position, 'whole', log);
  }

  /** Whether the last write of either file failed. */
  get hasFailed(): boolean {
    return this.#rundown.hasFailed || this.#position.hasFailed;
  }

  saveRundown(state: RundownState): void {
    this.#rundown.save(state);
  }

  savePosition(frame: Frames, { airingId, heldFrames, slatedFrames }: Airing): void {
    const position: AirPosition = { frame, airingId, heldFrames, slatedFrames };
    this.#position.save(position);
  }

  /** Settles when everything is on the disk, or has failed. */
  async settled(): Promise<void> {
    await Promise.all([this.#rundown.settled(), this.#position.settled()]);
  }
}
