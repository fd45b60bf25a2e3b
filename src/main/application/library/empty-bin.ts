import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { AssetId } from '../../domain/library/index.ts';
import type { Clock } from '../ports/clock.ts';
import type { LibraryEvents } from '../ports/library-events.ts';
import type { ThumbnailStore } from '../ports/thumbnail-store.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What emptying the bin works with. */
export interface EmptyBinParts {
  readonly unitOfWork: UnitOfWork;
  readonly thumbnails: ThumbnailStore;
  readonly events: LibraryEvents;
  readonly clock: Clock;
}

/** How many assets are deleted in one unit of work: others have their turn between them. */
const BATCH = 50;

/** Deletes assets in the bin for good. Their media files stay on disk, their rows of the as-run log too. */
export class EmptyBin {
  readonly #parts: EmptyBinParts;

  constructor(parts: EmptyBinParts) {
    this.#parts = parts;
  }

  /** Deletes what was binned at least `age` ago and is nowhere planned; tells how many, and how many stay in the bin. */
  async run(age: Milliseconds): Promise<{ readonly deleted: number; readonly kept: number }> {
    const before = milliseconds(this.#parts.clock.now() - age);
    let deleted = 0;
    for (;;) {
      const ids = await this.#deleteSome(before);
      if (ids.length === 0) break;
      for (const id of ids) await this.#parts.thumbnails.remove(id);
      deleted += ids.length;
    }
    if (deleted > 0) this.#parts.events.libraryChanged();
    return { deleted, kept: await this.#parts.unitOfWork.run(({ assets }) => assets.countBinned()) };
  }

  #deleteSome(before: Milliseconds): Promise<readonly AssetId[]> {
    return this.#parts.unitOfWork.run(async ({ assets }) => {
      const ids = await assets.listDisposable(before, BATCH);
      for (const id of ids) await assets.remove(id);
      return ids;
    });
  }
}
