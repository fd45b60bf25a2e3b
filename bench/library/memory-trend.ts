/** A process at one moment: when, milliseconds of any clock, and figures by name, bytes or counts. */
export interface MemorySample {
  readonly atMs: number;
  readonly figures: Readonly<Record<string, number>>;
}

/** How a figure went over a run. */
export interface Trend {
  /** Medians of the first and the last quarter of the run. */
  readonly first: number;
  readonly last: number;
  /** What it grows by in an hour: the straight line through the samples, those of the first quarter left out, in which caches fill and code is compiled. */
  readonly perHour: number;
}

const MS_PER_HOUR = 3_600_000;
const WARM_UP_SHARE = 0.25;

/** How one figure of the samples went. @throws RangeError for fewer than four samples */
export function trendOf(samples: readonly MemorySample[], name: string): Trend {
  if (samples.length < 4) throw new RangeError('A trend takes four samples at least');
  const points = samples.map(({ atMs, figures }) => ({ atMs, value: figures[name] ?? 0 }));
  const quarter = Math.floor(points.length * WARM_UP_SHARE);
  const values = points.map(({ value }) => value);
  return {
    first: median(values.slice(0, quarter)),
    last: median(values.slice(-quarter)),
    perHour: slope(points.slice(quarter)) * MS_PER_HOUR,
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The slope of the line of least squares; 0 when all is of one moment. */
function slope(points: ReadonlyArray<{ readonly atMs: number; readonly value: number }>): number {
  const meanOf = (of: (point: { readonly atMs: number; readonly value: number }) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [atMs, value] = [meanOf((point) => point.atMs), meanOf((point) => point.value)];
  const spread = points.reduce((sum, point) => sum + (point.atMs - atMs) ** 2, 0);
  const together = points.reduce((sum, point) => sum + (point.atMs - atMs) * (point.value - value), 0);
  return spread === 0 ? 0 : together / spread;
}
