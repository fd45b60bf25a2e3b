import type { EngineStatus } from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames, framesToMs, parseFrameRate } from '../../../shared/time/index.ts';

/** How long what breaks in has been on air at `frame`, as `HH:MM:SS`; null while nothing does. */
export function breakingText(status: EngineStatus | null, frame: Frames | null): string | null {
  if (!status || frame === null || !status.override || (status.mode !== 'breaking' && status.mode !== 'live')) return null;
  const gone = frames(Math.max(0, frame - status.override.since));
  const seconds = Math.floor(framesToMs(gone, parseFrameRate(status.rate)) / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
