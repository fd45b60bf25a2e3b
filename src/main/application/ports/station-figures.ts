/** What main can tell of itself and of its library in figures. */
export interface StationFigures {
  /** Assets by lifecycle, those in the bin under `bin`. */
  countAssets(): Promise<ReadonlyMap<string, number>>;
  /** How late main's own event loop was, in seconds, since this was last asked: the most, and what 99 of 100 looks stayed under. */
  takeLoopLag(): { readonly maxSeconds: number; readonly p99Seconds: number };
  memory(): MainMemory;
}

/** Memory of main's own process, bytes. */
export interface MainMemory {
  /** All of it that is in the machine's memory: JavaScript, what native code allocated, the pages of files that it maps. */
  readonly rssBytes: number;
  /** What JavaScript objects of main's own thread take; the threads beside it have heaps of their own. */
  readonly heapUsedBytes: number;
  /** What V8 holds for them. */
  readonly heapTotalBytes: number;
  /** What belongs to JavaScript objects outside the heap, buffers for the most part. */
  readonly externalBytes: number;
}
