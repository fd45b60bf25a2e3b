import type { AssetFacts } from '../../domain/schedule/index.ts';

/** The library as the planner reads it, page by page, because it may be large. */
export interface SchedulingLibrary {
  /** Up to `limit` assets that may air, in the order of their house IDs, after that house ID; null: from the first. */
  readPage(after: string | null, limit: number): Promise<readonly AssetFacts[]>;

  /** Those of the named assets that may air, in the order of their house IDs. */
  readNamed(ids: readonly string[]): Promise<readonly AssetFacts[]>;
}
