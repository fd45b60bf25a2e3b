import type { PlaylogItem } from '../../../shared/contract/index.ts';
import { type FrameRate, type Frames, frames } from '../../../shared/time/index.ts';
import { frameLengthText } from '../../ui/time-text.ts';

/** Where a rejoin would land, in words: the item that is due now and how far into it; a plain word when the playlog can't be read. */
export function landingWords(due: PlaylogItem | null, frame: Frames | null, rate: FrameRate): string {
  if (!due || frame === null) return 'Where the schedule is now';
  return `${due.title} at ${frameLengthText(frames(Math.max(0, frame - due.startFrame)), rate)}`;
}
