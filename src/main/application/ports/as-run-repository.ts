import type { Milliseconds } from '../../../shared/time/index.ts';
import type { AsRunEntry, Correction } from '../../domain/as-run/index.ts';

/** An entry of the as-run log with its place in it. */
export interface LoggedEntry extends AsRunEntry {
  /** Counts from 1 without a hole. */
  readonly seq: number;
  /** null: it tells of the air itself. */
  readonly correction: Correction | null;
}

/** How far a walk along the chain came. */
export interface ChainWalk {
  /** Rows that were whole. */
  readonly whole: number;
  readonly last: ChainLink;
  /** The first row that was not; null when all were. */
  readonly fault: { readonly seq: number; readonly what: 'changed' | 'missing' | 'unchained' } | null;
}

/** A row by its number and hash; number 0 and the empty text stand before the first one. */
export interface ChainLink {
  readonly seq: number;
  readonly hash: string;
}

/** Where the chain begins and ends, kept apart from the rows: what is missing at either end shows against it. */
export interface ChainHead {
  readonly firstSeq: number;
  /** The link before the first row that is kept. */
  readonly before: ChainLink;
  readonly last: ChainLink;
  /** Whether it is as it was written. */
  readonly isWhole: boolean;
}

/** What did air. Entries are only ever added, each chained to the one before it by hash. */
export interface AsRunRepository {
  /** Adds entries at the end, in order. */
  append(entries: readonly AsRunEntry[]): Promise<void>;
  /** Adds a correction of an entry at the end and gives it with its number. */
  correct(entry: AsRunEntry, correction: Correction): Promise<LoggedEntry>;
  /** The entry of that number, or null. */
  get(seq: number): Promise<LoggedEntry | null>;
  /** Whether an entry was corrected by a later one. */
  isCorrected(seq: number): Promise<boolean>;
  /** Where the chain begins and ends; null when nothing was ever written. */
  head(): Promise<ChainHead | null>;
  /** Removes the entries before the first one that starts at `before` or later, but never the last one. The rest of the chain can still be checked. */
  prune(before: Milliseconds): Promise<void>;
  /** The number of the last entry; 0 when there is none. */
  lastSeq(): Promise<number>;
  /** Checks the rows that come after one, up to `limit` of them, stopping at the first fault. */
  followChain(after: ChainLink, limit: number): Promise<ChainWalk>;
  /** How often each commercial aired before `before`, by asset id. Of corrected entries, here and below, the correction counts. */
  countSpots(before: Milliseconds): Promise<ReadonlyMap<string, number>>;
  /** The commercials that started in [from, until), in order. */
  listSpots(from: Milliseconds, until: Milliseconds): Promise<readonly LoggedEntry[]>;
  /** The commercials since `from` that did not air as they should have, in order; not those that an override put off. */
  listMissedSpots(from: Milliseconds): Promise<readonly LoggedEntry[]>;
  /** The entries that start in [from, until), in order, at most `limit`: the latest ones when there are more. */
  listBetween(from: Milliseconds, until: Milliseconds, limit: number): Promise<readonly LoggedEntry[]>;
}
