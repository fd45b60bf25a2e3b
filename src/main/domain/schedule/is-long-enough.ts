import { type FrameRate, type Milliseconds, msToFrames } from '../../../shared/time/index.ts';
import type { SchedulableAsset } from './schedulable-asset.ts';

/** Whether an asset can air at all: it is at least a frame of the channel long, and not shorter than the station wants. */
export function isLongEnough(asset: SchedulableAsset, shortest: Milliseconds, rate: FrameRate): boolean {
  return asset.durationMs >= shortest && msToFrames(asset.durationMs, rate) >= 1;
}
