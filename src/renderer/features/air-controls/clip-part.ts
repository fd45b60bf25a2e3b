import type { MarkedAsset } from '../../../shared/contract/index.ts';
import { type Frames, frames, milliseconds, msToFrames, parseFrameRate } from '../../../shared/time/index.ts';

/** Enough to know a clip by. */
const SHOWN_MS = milliseconds(10_000);
/** The station gives no more of an asset at once. */
const MOST_FRAMES = 600;

type Marked = Pick<MarkedAsset, 'inFrame' | 'outFrame' | 'durationFrames' | 'media'>;

/** What of an asset airs, between its in and out point, in its own frames. */
export function airedPart({ inFrame, outFrame, durationFrames }: Marked): { readonly from: Frames; readonly length: Frames } {
  const from = inFrame ?? frames(0);
  return { from, length: frames(Math.max(1, (outFrame ?? durationFrames) - from)) };
}

/** The first seconds of what airs, as the station is asked for them. */
export function firstPart(asset: Marked): { readonly fromFrame: number; readonly frames: number } {
  const { from, length } = airedPart(asset);
  const shown = msToFrames(SHOWN_MS, parseFrameRate(asset.media.frameRate ?? '25'));
  return { fromFrame: from, frames: Math.min(length, shown, MOST_FRAMES) };
}
