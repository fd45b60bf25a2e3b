import { type Frames, frames } from '../../../shared/time/index.ts';
import type { PlannableAsset } from './plannable-asset.ts';
import type { Watershed } from './watershed.ts';

/** Rules that are never relaxed: why an asset may not air in [from, until), or null when it may. Rights are judged at the planned time. */
export function refusalAt(
  asset: Pick<PlannableAsset, 'rightsFrom' | 'rightsUntil' | 'rating'>,
  from: Frames,
  until: Frames,
  watershed: Watershed,
): string | null {
  if (asset.rightsFrom !== null && asset.rightsFrom > from) return 'Its rights have not begun';
  if (asset.rightsUntil !== null && asset.rightsUntil < until) return 'Its rights will have ended';
  return watershed.allows(asset.rating, from, until) ? null : 'Its rating may not air at this hour';
}

/** The frame that lies so many frames after another. */
export function later(from: Frames, by: number): Frames {
  return frames(from + by);
}
