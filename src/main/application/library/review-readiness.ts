import { type Asset, type FlawLimits, validated } from '../../domain/library/index.ts';
import type { LibraryEvents } from '../ports/library-events.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What the review works with. */
export interface ReviewReadinessParts {
  readonly unitOfWork: UnitOfWork;
  readonly events: LibraryEvents;
  readonly limits: FlawLimits;
}

/** How many assets are judged in one unit of work. */
const BATCH = 200;

/**
 * Validates every asset with flaws by the limits that hold now: the station's settings, or the rules of its version, may have changed since it
 * was imported. To be called at the start, before anything is planned.
 */
export async function reviewReadiness({ unitOfWork, events, limits }: ReviewReadinessParts): Promise<void> {
  let changed = 0;
  for (let last: Asset | undefined, isMore = true; isMore; ) {
    const page = await unitOfWork.run(async ({ assets }) => {
      const flawed = await assets.listFlawed(last?.id ?? null, BATCH);
      for (const asset of flawed) {
        const judged = validated(asset, limits);
        if (judged.lifecycle === asset.lifecycle) continue;
        await assets.update({ ...judged, revision: asset.revision + 1 });
        changed += 1;
      }
      return flawed;
    });
    last = page.at(-1);
    isMore = page.length === BATCH;
  }
  if (changed > 0) events.libraryChanged();
}
