import { type FrameRate, framesToMs, msToFrames } from './frame-rate.ts';
import { type Frames, frames, type Milliseconds, milliseconds } from './quantities.ts';

/**
 * The instant of frame 0 of every channel: 2024-01-01T00:00:00Z. One fixed origin lets the planner, the engine and the
 * as-run log agree on the number of a frame with nothing to exchange and nothing to lose in a restart.
 */
const GRID_EPOCH_MS = milliseconds(Date.UTC(2024, 0, 1));

/** The instant (UTC) at which frame `frame` of the channel is due. */
export function frameDueAt(frame: Frames, rate: FrameRate): Milliseconds {
  return milliseconds(GRID_EPOCH_MS + framesToMs(frame, rate));
}

/** The number of the frame that is on air at an instant (UTC). */
export function frameOnAirAt(instant: Milliseconds, rate: FrameRate): Frames {
  return msToFrames(milliseconds(instant - GRID_EPOCH_MS), rate);
}

/** The first frame that is due at or after an instant (UTC). */
export function firstFrameFrom(instant: Milliseconds, rate: FrameRate): Frames {
  const current = frameOnAirAt(instant, rate);
  return frameDueAt(current, rate) < instant - 1e-4 ? frames(current + 1) : current;
}
