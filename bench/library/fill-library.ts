import type { UnitOfWork } from '../../src/main/application/ports/unit-of-work.ts';
import { formatHouseId, housePrefix, type SeenFile } from '../../src/main/domain/library/index.ts';
import type { Milliseconds } from '../../src/shared/time/index.ts';
import { makeAsset } from './make-asset.ts';
import { seededRandom } from './seeded-random.ts';

const BATCH = 1_000;

/** What the made-up library is like. */
interface LibraryPlan {
  readonly count: number;
  readonly seed: number;
  /** Where its files are said to be. */
  readonly folder: string;
  readonly now: Milliseconds;
  /** The film that all its files are links to, so that they can air; null: nothing stands at their paths. */
  readonly film: Pick<SeenFile, 'sizeBytes' | 'modifiedAt'> | null;
}

/** Fills a library with made-up assets through its own repository. The same plan gives the same library. @returns their files */
export async function fillLibrary(unitOfWork: UnitOfWork, plan: LibraryPlan, signal: AbortSignal): Promise<readonly SeenFile[]> {
  const random = seededRandom(plan.seed);
  const files: SeenFile[] = [];
  while (files.length < plan.count) {
    signal.throwIfAborted();
    const until = Math.min(files.length + BATCH, plan.count);
    await unitOfWork.run(async ({ assets }) => {
      while (files.length < until) {
        const made = makeAsset(files.length + 1, random, plan.folder, plan.now);
        const prefix = housePrefix(made.kind);
        const media = { ...made.media, ...plan.film };
        const asset = { ...made, media, houseId: formatHouseId(prefix, await assets.nextHouseNumber(prefix)) };
        await assets.add(asset);
        files.push({ path: asset.media.path, sizeBytes: asset.media.sizeBytes, modifiedAt: asset.media.modifiedAt });
      }
    });
  }
  return files;
}
