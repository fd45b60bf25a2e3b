import { type FrameRate, type Frames, msToFrames } from '../../../shared/time/index.ts';
import type { MediaFile, PictureFacts } from './media-file.ts';

/** What of a picture its rate is told from. */
type RateFacts = Pick<PictureFacts, 'nominalRate' | 'averageRate' | 'isInterlaced'>;

/** How far the nominal and the average rate may lie apart in a picture of one rate: half of what parts 29.97 from 30. */
const STEADY = 5e-4;

/** What frames are counted at where a file tells no rate at all, as sound alone does. */
const UNTOLD: FrameRate = { num: 25, den: 1 };

/** The rate of the frames if it never varies, or null. Interlaced pictures may have been counted in fields. */
export function steadyRate({ nominalRate, averageRate, isInterlaced }: RateFacts): FrameRate | null {
  if (nominalRate === null || averageRate === null) return null;
  const ratio = (nominalRate.num * averageRate.den) / (nominalRate.den * averageRate.num);
  if (Math.abs(ratio - 1) < STEADY) return nominalRate;
  return isInterlaced && Math.abs(ratio / 2 - 1) < STEADY ? { num: nominalRate.num, den: nominalRate.den * 2 } : null;
}

/** The rate at which an asset's own frames are counted: its steady rate, or the average one where it varies. */
export function ownRate(picture: RateFacts | null): FrameRate {
  if (picture === null) return UNTOLD;
  return steadyRate(picture) ?? picture.averageRate ?? picture.nominalRate ?? UNTOLD;
}

/** How many whole frames of its own a media file has. */
export function ownFrames({ duration, picture }: { readonly duration: MediaFile['duration']; readonly picture: RateFacts | null }): Frames {
  return msToFrames(duration, ownRate(picture));
}
