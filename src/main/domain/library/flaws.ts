import type { FLAW_TYPES } from '../../../shared/contract/index.ts';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { UneventfulStretch } from './media-file.ts';

/** What can look or sound wrong in a file that decodes well. */
export type FlawType = (typeof FLAW_TYPES)[number];

/** A stretch of a file that lasts so long that it may well be a fault. */
export interface Flaw extends UneventfulStretch {
  readonly type: FlawType;
}

/** From this length on a stretch is worth a look. A film fades; it seldom stays away. */
export const WORTH_A_LOOK: Readonly<Record<FlawType, Milliseconds>> = {
  black: milliseconds(3_000),
  freeze: milliseconds(5_000),
  silence: milliseconds(5_000),
};

/** More than this is a slide show. The longest are kept: they are what keeps it from the air. */
const MOST_OF_A_TYPE = 50;

/** The long stretches of a file, in order of time. A black picture stands still too: that is told once. */
export function flawsOf(stretches: readonly UneventfulStretch[]): readonly Flaw[] {
  const long = stretches.filter((stretch) => lengthOf(stretch) >= WORTH_A_LOOK[stretch.type]);
  const blacks = long.filter(({ type }) => type === 'black');
  const told = long.filter((stretch) => stretch.type !== 'freeze' || !blacks.some((black) => covers(black, stretch)));
  return (['black', 'freeze', 'silence'] as const)
    .flatMap((type) => longest(told.filter((stretch) => stretch.type === type)))
    .toSorted((a, b) => a.from - b.from);
}

function longest(stretches: readonly Flaw[]): readonly Flaw[] {
  return stretches.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, MOST_OF_A_TYPE);
}

/** How long a stretch lasts. */
export function lengthOf({ from, until }: UneventfulStretch): Milliseconds {
  return milliseconds(until - from);
}

/** Half a second of grace: the detectors do not agree on the edges. */
function covers(outer: UneventfulStretch, inner: UneventfulStretch): boolean {
  return outer.from <= inner.from + 500 && outer.until >= inner.until - 500;
}
