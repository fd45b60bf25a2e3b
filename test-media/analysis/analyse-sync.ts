import type { FrameReading, SoundReading } from './reading.ts';

/** Flash and beep further apart than this do not belong together. */
const FURTHEST_MS = 300;

/** A flash and the beep that belongs to it. `offsetMs` is positive when the sound is late. */
export interface SyncPair {
  readonly flashMs: number;
  readonly offsetMs: number;
}

/** How sound lies to picture. Flashes and beeps that a cut left alone are only counted. */
export interface SyncFindings {
  readonly pairs: readonly SyncPair[];
  /** null without a pair. */
  readonly minOffsetMs: number | null;
  readonly maxOffsetMs: number | null;
  readonly unpairedFlashes: number;
  readonly unpairedBeeps: number;
}

/** Pairs every flash with its nearest beep. */
export function analyseSync(frames: readonly FrameReading[], sound: SoundReading | null): SyncFindings {
  const flashes = flashOnsets(frames);
  const beeps = sound?.beepsMs ?? [];
  const pairs = flashes.flatMap((flashMs) => {
    const beepMs = nearest(beeps, flashMs);
    const isMutual = beepMs !== null && nearest(flashes, beepMs) === flashMs;
    return isMutual && Math.abs(beepMs - flashMs) <= FURTHEST_MS ? [{ flashMs, offsetMs: beepMs - flashMs }] : [];
  });
  const offsets = pairs.map(({ offsetMs }) => offsetMs);
  return {
    pairs,
    minOffsetMs: offsets.length > 0 ? offsets.reduce((a, b) => Math.min(a, b)) : null,
    maxOffsetMs: offsets.length > 0 ? offsets.reduce((a, b) => Math.max(a, b)) : null,
    unpairedFlashes: flashes.length - pairs.length,
    unpairedBeeps: beeps.length - pairs.length,
  };
}

/** The frames that begin a flash: only those after a frame of the same clip without one, since a cut may enter in mid-flash. */
function flashOnsets(frames: readonly FrameReading[]): readonly number[] {
  return frames.slice(1).flatMap((frame, index) => {
    const before = frames[index];
    const isOnset =
      frame.kind === 'coded' && frame.isFlash && before?.kind === 'coded' && before.clipId === frame.clipId && !before.isFlash;
    return isOnset ? [frame.ptsMs] : [];
  });
}

/** The value of a rising list that is nearest. */
function nearest(values: readonly number[], to: number): number | null {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < to) low = middle + 1;
    else high = middle;
  }
  const before = values[low - 1];
  const after = values[low];
  if (before === undefined) return after ?? null;
  if (after === undefined) return before;
  return to - before <= after - to ? before : after;
}
