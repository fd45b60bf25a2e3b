import type { Statistics } from '../../../shared/engine-protocol/index.ts';
import { milliseconds } from '../../../shared/time/index.ts';

type Figure = Exclude<keyof Statistics, 'at' | 'sinkQueueBytes'>;

const SUMMED: ReadonlySet<Figure> = new Set(['spanMs', 'frames', 'heldFrames', 'underruns', 'standInFrames', 'encoderRestarts']);
const WORST: ReadonlySet<Figure> = new Set(['lateMaxMs', 'lateP95Ms', 'cueMaxMs']);

/** Makes one record of several that follow each other. @throws RangeError when there is none */
export function mergeStatistics(records: readonly Statistics[]): Statistics {
  const [first] = records;
  if (first === undefined) throw new RangeError('There is nothing to merge');
  const figures = Object.keys(first).filter((name): name is Figure => name !== 'at' && name !== 'sinkQueueBytes');
  const merged = figures.map((name) => [name, mergeFigure(name, records)]);
  return { ...first, ...Object.fromEntries(merged), sinkQueueBytes: mergeQueues(records), at: milliseconds(first.at) };
}

/** The mean of each queue over the records that know it: outputs come and go. */
function mergeQueues(records: readonly Statistics[]): Statistics['sinkQueueBytes'] {
  const ids = new Set(records.flatMap(({ sinkQueueBytes }) => Object.keys(sinkQueueBytes)));
  return Object.fromEntries([...ids].map((id) => [id, meanOf(records.flatMap(({ sinkQueueBytes }) => sinkQueueBytes[id] ?? []))]));
}

/** Null when no record has the figure. */
function mergeFigure(name: Figure, records: readonly Statistics[]): number | null {
  const known = records.map((record) => record[name]).filter((value) => value !== null);
  if (known.length === 0) return null;
  if (WORST.has(name)) return Math.max(...known);
  return SUMMED.has(name) ? sumOf(known) : meanOf(known);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function meanOf(values: readonly number[]): number {
  return rounded(sumOf(values) / values.length);
}

/** To a thousandth: files and answers need no more. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
