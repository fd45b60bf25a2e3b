import type { Milliseconds } from '../../../shared/time/index.ts';
import type { AsRunEntry } from '../../domain/as-run/index.ts';

/** An entry of the as-run log with its place in it. */
export interface LoggedEntry extends AsRunEntry {
  /** Counts from 1 without a hole. */
  readonly seq: number;
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

/** What did air. Entries are only ever added, each chained to the one before it by hash. */
export interface AsRunRepository {
  /** Adds entries at the end, in order. */
  append(entries: readonly AsRunEntry[]): Promise<void>;
  /** The number of the last entry; 0 when there is none. */
  lastSeq(): Promise<number>;
  /** Checks the rows that come after one, up to `limit` of them, stopping at the first fault. */
  followChain(after: ChainLink, limit: number): Promise<ChainWalk>;
  /** How often each commercial aired before `before`, by asset id. */
  countSpots(before: Milliseconds): Promise<ReadonlyMap<string, number>>;
  /** The commercials that started in [from, until), in order. */
  listSpots(from: Milliseconds, until: Milliseconds): Promise<readonly LoggedEntry[]>;
  /** The commercials since `from` that did not air as they should have, in order. */
  listMissedSpots(from: Milliseconds): Promise<readonly LoggedEntry[]>;
  /** The entries that start in [from, until), in order, at most `limit`: the latest ones when there are more. */
  listBetween(from: Milliseconds, until: Milliseconds, limit: number): Promise<readonly LoggedEntry[]>;
}
