import type { AssetKind } from '../../../shared/contract/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';

/** What an asset can be asked for by name as a whole. */
export const TERM_FIELDS = ['series', 'genre', 'tag', 'person', 'advertiser', 'category', 'rating', 'language'] as const;
export type TermField = (typeof TERM_FIELDS)[number];

/** What an asset can be or not be. */
export const ASSET_STATES = ['bin', 'missing', 'ready', 'new', 'retired', 'approved', 'flawed', 'held', 'expired', 'duplicate'] as const;
export type AssetState = (typeof ASSET_STATES)[number];

/** Numbers that an asset can be held against. */
export type RangeField = 'length' | 'year' | 'rights-until' | 'last-aired' | 'imported';

/** One thing that is asked of an asset. */
export type SearchFilter =
  | { readonly type: 'kind'; readonly kinds: readonly AssetKind[] }
  | { readonly type: 'term'; readonly field: TermField; readonly term: string; readonly isWanted: boolean }
  | { readonly type: 'state'; readonly state: AssetState; readonly isWanted: boolean }
  /** From `from` on and below `below`; null where there is no limit. Milliseconds or instants, a number of the calendar for years. */
  | { readonly type: 'range'; readonly field: RangeField; readonly from: number | null; readonly below: number | null }
  | { readonly type: 'never-aired' }
  /** Never aired and nowhere in the playlog, or the opposite. */
  | { readonly type: 'unused'; readonly isWanted: boolean };

/** What is looked for in the library: words that begin words of the asset, and filters, all of which must hold. */
export interface LibrarySearch {
  readonly words: string;
  readonly filters: readonly SearchFilter[];
  /** The instant that relative times were counted from, and that rights are judged at. */
  readonly now: Milliseconds;
}

/** A search for everything that is not in the bin. */
export function everything(now: Milliseconds): LibrarySearch {
  return { words: '', filters: [], now };
}
