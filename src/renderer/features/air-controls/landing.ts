import type { Landing } from '../../../shared/engine-protocol/index.ts';
import { type FrameRate, frameDueAt } from '../../../shared/time/index.ts';
import { frameLengthText, timeOfDay } from '../../ui/time-text.ts';

/** Where a return would land, in words: the item, how far into it, and when it began or would have; a plain word when nothing is scheduled there. */
export function landingWords(landing: Landing | null, rate: FrameRate, zone: string): string {
  if (!landing?.item) return 'Nothing is scheduled there';
  const { title, startFrame } = landing.item;
  const start = timeOfDay(frameDueAt(startFrame, rate), zone);
  if (landing.offsetFrames <= 0) return `${title}, from its start (${start})`;
  return `${title} (${start}), ${frameLengthText(landing.offsetFrames, rate)} in`;
}
