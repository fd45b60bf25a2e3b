import { type Frames, frames } from '../../../shared/time/index.ts';

/** The first frame that no longer belongs to an item. */
export function endFrame(item: { readonly startFrame: Frames; readonly durationFrames: Frames }): Frames {
  return frames(item.startFrame + item.durationFrames);
}
