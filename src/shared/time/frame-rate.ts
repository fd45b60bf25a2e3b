import { type Frames, frames, type Milliseconds, milliseconds, type Samples, samples } from './quantities.ts';

/** Frames per second as a fraction in lowest terms: 29.97 is exactly 30000/1001 (SMPTE 12-1) and never a decimal. */
export interface FrameRate {
  readonly num: number;
  readonly den: number;
}

/** The rates a channel can run at. */
export const CHANNEL_RATES = ['25/1', '30000/1001', '30/1', '50/1', '60000/1001', '60/1'] as const;

/** Sound in the station is always 48 kHz. */
export const SAMPLE_RATE = 48_000;

/** Reads `25/1`, `30000/1001` or `25`. @throws RangeError on anything else, or a rate of zero. */
export function parseFrameRate(text: string): FrameRate {
  const match = /^(\d+)(?:\/(\d+))?$/.exec(text);
  const num = Number(match?.[1]);
  const den = Number(match?.[2] ?? 1);
  if (!match || num === 0 || den === 0) throw new RangeError(`Not a frame rate: ${text}`);
  const divisor = greatestCommonDivisor(num, den);
  return { num: num / divisor, den: den / divisor };
}

/** Writes a rate as FFmpeg reads it: `30000/1001`. */
export function formatFrameRate(rate: FrameRate): string {
  return `${rate.num}/${rate.den}`;
}

/** The length of `count` frames. May hold a fraction of a millisecond. */
export function framesToMs(count: Frames, rate: FrameRate): Milliseconds {
  return milliseconds(scale(count, rate.den * 1000, rate.num));
}

/** The whole frames that fit in a length: the largest n whose length is not above `length`. */
export function msToFrames(length: Milliseconds, rate: FrameRate): Frames {
  // A tenth of a microsecond of grace: 33.366666 ms is one frame of 30000/1001 although it falls short in binary.
  return frames(Math.floor(((length + 1e-4) * rate.num) / (rate.den * 1000)));
}

/**
 * The samples that belong before frame `count` of a run of frames that starts at 0. The cadence of 29.97
 * (1601, 1602, 1601, 1602, 1602) falls out of the difference between neighbours, so that sound never drifts from picture.
 */
export function samplesBefore(count: Frames, rate: FrameRate): Samples {
  return samples(Math.floor(scale(count, SAMPLE_RATE * rate.den, rate.num)));
}

/** `count * num / den` without leaving the whole numbers a double holds exactly, for counts of years of frames. */
function scale(count: number, num: number, den: number): number {
  const whole = Math.floor(count / den);
  return whole * num + ((count - whole * den) * num) / den;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
