/** What main can tell of itself and of its library in figures. */
export interface StationFigures {
  /** Assets by lifecycle, those in the bin under `bin`. */
  countAssets(): Promise<ReadonlyMap<string, number>>;
  /** How late main's own event loop was, in seconds, since this was last asked: the most, and what 99 of 100 looks stayed under. */
  takeLoopLag(): { readonly maxSeconds: number; readonly p99Seconds: number };
  /** Memory of main's own process. */
  rssBytes(): number;
}
