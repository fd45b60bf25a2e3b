import type { Frames } from '../../../shared/time/index.ts';
import type { PlaylogItem, PlaylogStatus } from '../../domain/playlog/index.ts';

/** The playlog: past items for some days, and all that is planned. Whoever changes it asks for a new revision in the same unit of work. */
export interface PlaylogRepository {
  /** Counts up with every change of the plan; 0 for a playlog that was never written. */
  revision(): Promise<number>;
  /** Counts the revision up and gives the new one. */
  nextRevision(): Promise<number>;
  /** The item of that id, or null. */
  get(id: string): Promise<PlaylogItem | null>;
  /** The items that hold a frame of [from, until), in order, at most `limit`. */
  listBetween(from: Frames, until: Frames, limit: number): Promise<readonly PlaylogItem[]>;
  /** The items that end after `from`, in order. */
  listFrom(from: Frames): Promise<readonly PlaylogItem[]>;
  /** The first frame that nothing is planned for; null for a playlog without items. */
  end(): Promise<Frames | null>;
  /** The start of each asset's latest play before `before`, by asset id. Plays that were missed do not count. */
  latestPlays(before: Frames): Promise<ReadonlyMap<string, Frames>>;
  /** Removes the items that start at `from` or later and adds others in their place. */
  replaceFrom(from: Frames, items: readonly PlaylogItem[]): Promise<void>;
  /** Adds items. */
  add(items: readonly PlaylogItem[]): Promise<void>;
  setDuration(id: string, durationFrames: Frames): Promise<void>;
  setStatus(id: string, status: PlaylogStatus): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Starts the items that start in [from, until) earlier by `by` frames. */
  slideUp(from: Frames, until: Frames, by: Frames): Promise<void>;
  /** Marks as missed what ended at `before` or earlier and never came on air. */
  markMissed(before: Frames): Promise<void>;
  /** Removes what ended before `before`. */
  prune(before: Frames): Promise<void>;
}
