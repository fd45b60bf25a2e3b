import type { MemorySample } from './soak-run.ts';

const MS_PER_HOUR = 3_600_000;
/** The first part of a run is spent warming up: pools fill, code is compiled. */
const WARM_UP_SHARE = 0.25;

/** How fast memory grows, in MB an hour: the slope of the straight line through the samples, those of the warm-up left out. 0 with fewer than two. */
export function rssSlope(samples: readonly MemorySample[], of: 'bytes' | 'treeBytes'): number {
  const kept = samples.slice(Math.floor(samples.length * WARM_UP_SHARE));
  const middle = (what: 'atMs' | typeof of): number => kept.reduce((sum, sample) => sum + sample[what], 0) / kept.length;
  const [atMs, bytes] = [middle('atMs'), middle(of)];
  const spread = kept.reduce((sum, sample) => sum + (sample.atMs - atMs) ** 2, 0);
  if (kept.length < 2 || spread === 0) return 0;
  const together = kept.reduce((sum, sample) => sum + (sample.atMs - atMs) * (sample[of] - bytes), 0);
  return Math.round(((together / spread) * MS_PER_HOUR) / 1e5) / 10;
}
