import type { Milliseconds } from '../../../shared/time/index.ts';

/** What people say about an asset, besides its title. Null where nobody said anything. */
export interface AssetDetails {
  readonly series: string | null;
  readonly season: number | null;
  readonly episode: number | null;
  readonly year: number | null;
  readonly genres: readonly string[];
  readonly tags: readonly string[];
  readonly people: readonly string[];
  readonly contentRating: string | null;
  /** BCP 47, such as `pt-BR`. */
  readonly language: string | null;
  /** Who pays for a spot. */
  readonly advertiser: string | null;
  /** What a spot sells: spots of one category are kept apart. */
  readonly category: string | null;
  /** The first instant at which it may air; null: since ever. */
  readonly rightsFrom: Milliseconds | null;
  /** The first instant at which it may air no more; null: for ever. */
  readonly rightsUntil: Milliseconds | null;
  readonly notes: string;
}

/** The details of an asset of which nobody said anything. */
export const NO_DETAILS: AssetDetails = {
  series: null,
  season: null,
  episode: null,
  year: null,
  genres: [],
  tags: [],
  people: [],
  contentRating: null,
  language: null,
  advertiser: null,
  category: null,
  rightsFrom: null,
  rightsUntil: null,
  notes: '',
};
