import type { FrameRate } from '../src/shared/time/index.ts';
import type { SoakClip } from './soak-clips.ts';

/**
 * The frame of a clip that is due on picture `index` (counted from the clip's start) of a channel: the last one whose time, rounded to the
 * channel's nearest picture, is not above it. The hair's breadth keeps off exact halves, as the engine does: to the later picture.
 */
export function duePicture(clip: Pick<SoakClip, 'rate' | 'isVariable'>, index: number, channel: FrameRate): number {
  const ratio = (clip.rate.num * channel.den) / (clip.rate.den * channel.num);
  const hair = channel.den === 1 ? 97 / 4800 : 20 / 1001;
  const due = Math.ceil((index + 0.5 - hair) * ratio - 1e-9) - 1;
  return clip.isVariable && due % 5 === 3 ? due - 1 : due;
}
