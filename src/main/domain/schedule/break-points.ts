import type { BreakPattern } from '../../../shared/contract/plan.ts';
import { type FrameRate, type Frames, frames, milliseconds, msToFrames } from '../../../shared/time/index.ts';
import type { PlannableAsset } from './plannable-asset.ts';

/** No break is so near the start or the end of a programme. */
const LEAST_PART_MS = milliseconds(20_000);

/** Where a pattern interrupts a programme: frames after its in point, in order. The part after a break begins at exactly that frame. */
export function breakPoints(
  asset: Pick<PlannableAsset, 'durationFrames' | 'breakFrames'>,
  pattern: BreakPattern | null,
  rate: FrameRate,
): readonly Frames[] {
  if (pattern === null || pattern.inside.type === 'none') return [];
  const least = Math.min(msToFrames(LEAST_PART_MS, rate), asset.durationFrames >> 2);
  const points = pattern.inside.type === 'markers' ? asset.breakFrames : everyFrames(asset.durationFrames, pattern.inside.minutes, rate);
  return points.filter((point) => point > 0 && point >= least && point <= asset.durationFrames - Math.max(1, least));
}

function everyFrames(duration: Frames, minutes: number, rate: FrameRate): readonly Frames[] {
  const step = Math.max(1, msToFrames(milliseconds(minutes * 60_000), rate));
  return Array.from({ length: Math.ceil(duration / step) - 1 }, (_, index) => frames((index + 1) * step));
}
