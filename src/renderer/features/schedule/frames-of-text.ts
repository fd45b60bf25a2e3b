import { type FrameRate, type Frames, frames } from '../../../shared/time/index.ts';

/** A length typed as `MM:SS:FF` or `H:MM:SS:FF` in frames, the opposite of `frameLengthText`; null when it can't be read. */
export function framesOfText(text: string, rate: FrameRate): Frames | null {
  const match = /^(?:(\d+):)?(\d{1,2}):(\d{1,2}):(\d{1,2})$/.exec(text.trim());
  if (match === null) return null;
  const [hours, minutes, seconds, rest] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number];
  const perSecond = Math.ceil(rate.num / rate.den);
  if (seconds > 59 || rest >= perSecond) return null;
  return frames(((hours * 60 + minutes) * 60 + seconds) * perSecond + rest);
}
