import type { FrameRate } from '../../../shared/time/index.ts';

/** The one raw format that everything in the engine has: yuv420p pictures of one size, stereo s16le at 48 kHz, at the channel's rate. */
export interface FrameFormat {
  readonly width: number;
  readonly height: number;
  readonly rate: FrameRate;
}

/** Bytes of one sample of sound: two channels of 16 bits. */
export const BYTES_PER_SAMPLE = 4;

/** Bytes of one picture: a plane of luma and two of chroma at half the width and height. */
export function pictureBytes(format: FrameFormat): number {
  const chromaWidth = Math.ceil(format.width / 2);
  const chromaHeight = Math.ceil(format.height / 2);
  return format.width * format.height + 2 * chromaWidth * chromaHeight;
}

/** The whole frames in a length of time, at least one: what a wait of so many milliseconds is in a clock that may not be the wall's. */
export function framesIn(lengthMs: number, rate: FrameRate): number {
  return Math.max(1, Math.round((lengthMs * rate.num) / (rate.den * 1000)));
}
