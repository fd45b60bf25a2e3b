import {
  type FrameRate,
  type Frames,
  frames,
  framesToMs,
  type Milliseconds,
  milliseconds,
  msToFrames,
} from '../../../shared/time/index.ts';

/** A frame of the channel, and when it was on air on the page's own steady clock. */
export interface FrameAnchor {
  readonly frame: Frames;
  readonly at: Milliseconds;
  readonly rate: FrameRate;
}

/** How far the count may run on by itself; past that the numerals stand still and go grey. */
const LONGEST_GUESS_MS = milliseconds(1000);

// The engine's word travels a little longer one time than another; within this much the count is not corrected, or it would stutter.
const TOLERANCE_FRAMES = 2;

/** The frame on air at `now`, counted on from the engine's last word. */
export function frameAt(anchor: FrameAnchor, now: Milliseconds): Frames {
  const since = milliseconds(Math.min(Math.max(0, now - anchor.at), LONGEST_GUESS_MS));
  return frames(anchor.frame + msToFrames(since, anchor.rate));
}

/** The anchor after another word of the engine: carried on from the one before when the two agree, so that the count runs evenly. */
export function followEngine(before: FrameAnchor | null, heard: FrameAnchor): FrameAnchor {
  if (!before || before.rate.num !== heard.rate.num || before.rate.den !== heard.rate.den) return heard;
  const elapsed = milliseconds(heard.at - before.at);
  const expected = before.frame + elapsed * (heard.rate.num / (heard.rate.den * 1000));
  if (Math.abs(expected - heard.frame) > TOLERANCE_FRAMES) return heard;
  const at = milliseconds(before.at + framesToMs(frames(heard.frame - before.frame), heard.rate));
  return { frame: heard.frame, at, rate: heard.rate };
}
