/**
 * How the engine does, second by second and minute by minute.
 *
 * - The channel's tick only counts; once a second the counters are closed and the gauges read, beside it.
 * - Seconds of ten minutes and minutes of a day are kept in memory and in two files that outlast the engine: the seconds before a crash are there after it.
 * - A figure that the system does not tell is null, never a guess.
 */
export { ChildrenWatch } from './children-usage.ts';
export { CueTimes } from './cue-times.ts';
export { FrameTally } from './frame-tally.ts';
export { KeptSeries } from './kept-series.ts';
export { readProcessFigures } from './process-figures.ts';
export { MOST_KEPT, Statistician } from './statistician.ts';
