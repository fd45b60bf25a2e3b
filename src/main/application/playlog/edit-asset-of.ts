import { type FrameRate, frames, framesToMs, msToFrames } from '../../../shared/time/index.ts';
import { type Asset, ownRate } from '../../domain/library/index.ts';
import type { EditAsset } from '../../domain/playlog/index.ts';

/** An asset as a person puts it into the playlog, from its in to its out point; null when it may not air. */
export function editAssetOf(asset: Asset, rate: FrameRate): EditAsset | null {
  const { id, kind, title, houseId, media, lifecycle, isApproved, missingSince, binnedAt } = asset;
  if (lifecycle !== 'ready' || !isApproved || missingSince !== null || binnedAt !== null) return null;
  const toChannel = (own: typeof asset.inFrame) => (own === null ? null : msToFrames(framesToMs(own, ownRate(media.picture)), rate));
  const inFrame = toChannel(asset.inFrame) ?? frames(0);
  const end = Math.min(toChannel(asset.outFrame) ?? Number.POSITIVE_INFINITY, msToFrames(media.duration, rate));
  return end <= inFrame ? null : { id, kind, title, houseId, inFrame, durationFrames: frames(end - inFrame) };
}
