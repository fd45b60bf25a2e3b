import type { FrameRate } from './frame-rate.ts';
import type { Frames } from './quantities.ts';

/** Writes a length as `HH:MM:SS:FF`, counting frames at the rounded-up rate without dropping numbers (SMPTE 12-1 non-drop). */
export function formatTimecode(count: Frames, rate: FrameRate): string {
  const perSecond = Math.ceil(rate.num / rate.den);
  const wholeSeconds = Math.floor(count / perSecond);
  const parts = [Math.floor(wholeSeconds / 3600), Math.floor(wholeSeconds / 60) % 60, wholeSeconds % 60, count % perSecond];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
