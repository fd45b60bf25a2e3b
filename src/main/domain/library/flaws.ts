import type { FLAW_TYPES } from '../../../shared/contract/index.ts';
import type { UneventfulStretch } from './media-file.ts';

/** What can look or sound wrong in a file that decodes well. */
export type FlawType = (typeof FLAW_TYPES)[number];

/** A stretch of a file that lasts so long that it may well be a fault. */
export interface Flaw extends UneventfulStretch {
  readonly type: FlawType;
}

/** From this length on a stretch is worth a look, in milliseconds. A film fades; it seldom stays away. */
const LEAST_MS: Readonly<Record<FlawType, number>> = { black: 3_000, freeze: 5_000, silence: 5_000 };

/** More than this is a slide show, and one look tells. */
const MOST_OF_A_TYPE = 5;

/** The long stretches of a file, in order of time. A black picture stands still too: that is told once. */
export function flawsOf(stretches: readonly UneventfulStretch[]): readonly Flaw[] {
  const long = stretches.filter(({ type, from, until }) => until - from >= LEAST_MS[type]);
  const blacks = stretches.filter(({ type }) => type === 'black');
  const told = long.filter((stretch) => stretch.type !== 'freeze' || !blacks.some((black) => covers(black, stretch)));
  return told
    .filter((stretch, index) => told.slice(0, index).filter(({ type }) => type === stretch.type).length < MOST_OF_A_TYPE)
    .toSorted((a, b) => a.from - b.from);
}

/** Half a second of grace: the detectors do not agree on the edges. */
function covers(outer: UneventfulStretch, inner: UneventfulStretch): boolean {
  return outer.from <= inner.from + 500 && outer.until >= inner.until - 500;
}
