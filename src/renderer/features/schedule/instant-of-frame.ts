import { type FrameRate, type Frames, frameDueAt } from '../../../shared/time/index.ts';

/** An instant (UTC) that the station takes for this frame: the millisecond that it is due in, of which the first frame from there on is this one. */
export function instantOfFrame(frame: Frames, rate: FrameRate): string {
  return new Date(Math.floor(frameDueAt(frame, rate) + 1e-4)).toISOString();
}
