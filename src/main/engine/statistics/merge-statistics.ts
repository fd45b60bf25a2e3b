import type { Statistics } from '../../../shared/engine-protocol/index.ts';
import { milliseconds } from '../../../shared/time/index.ts';

type Figure = Exclude<keyof Statistics, 'at'>;

const SUMMED: ReadonlySet<Figure> = new Set(['spanMs', 'frames', 'heldFrames', 'underruns', 'standInFrames', 'encoderRestarts']);
const WORST: ReadonlySet<Figure> = new Set(['lateMaxMs', 'lateP95Ms', 'cueMaxMs']);

/** Makes one record of several that follow each other. @throws RangeError when there is none */
export function mergeStatistics(records: readonly Statistics[]): Statistics {
  const [first] = records;
  if (first === undefined) throw new RangeError('There is nothing to merge');
  const figures = Object.keys(first).filter((name): name is Figure => name !== 'at');
  const merged = figures.map((name) => [name, mergeFigure(name, records)]);
  return { ...first, ...Object.fromEntries(merged), at: milliseconds(first.at) };
}

/** Null when no record has the figure. */
function mergeFigure(name: Figure, records: readonly Statistics[]): number | null {
  const known = records.map((record) => record[name]).filter((value) => value !== null);
  if (known.length === 0) return null;
  if (WORST.has(name)) return Math.max(...known);
  const sum = known.reduce<number>((total, value) => total + value, 0);
  return SUMMED.has(name) ? sum : rounded(sum / known.length);
}

/** To a thousandth: files and answers need no more. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
