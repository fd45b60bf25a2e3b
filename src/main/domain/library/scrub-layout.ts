import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';

/** How the small stills of an asset lie on one sheet, row by row from the top left. Tile n shows the picture at n times `every`. */
export interface ScrubLayout {
  readonly columns: number;
  readonly rows: number;
  readonly count: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly every: Milliseconds;
}

/** A hand on a bar of a thousand pixels can't point at more; one sheet stays below some hundred kilobytes. */
const MOST_TILES = 100;
const COLUMNS = 10;
const TILE = { tileWidth: 128, tileHeight: 72 } as const;

/** Stills closer than this look alike. */
const LEAST_APART_MS = 500;

/** The layout for a film of that length: a still every half second, or a hundred of them. */
export function scrubLayout(duration: Milliseconds): ScrubLayout {
  const count = Math.min(MOST_TILES, Math.max(1, Math.ceil(duration / LEAST_APART_MS)));
  return { columns: COLUMNS, rows: Math.ceil(count / COLUMNS), count, ...TILE, every: milliseconds(duration / count) };
}
