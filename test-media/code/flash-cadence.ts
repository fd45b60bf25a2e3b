import type { FrameRate } from '../../src/shared/time/index.ts';

/** How long each beep lasts. */
export const BEEP_MS = 40;
/** The pitch of the beep, in hertz. */
export const BEEP_HZ = 1000;

/**
 * The frame on which flash and beep number `second` begin: half a second past the whole one, so that a cut at a whole second never
 * cuts a flash.
 */
export function flashFrame(second: number, rate: FrameRate): number {
  return Math.ceil(((2 * second + 1) * rate.num) / (2 * rate.den));
}

/** Whether the flash zone of a frame is white. A flash lasts at least two frames, so that halving the rate leaves one. */
export function isFlashing(frameNumber: number, rate: FrameRate): boolean {
  const second = Math.floor((2 * frameNumber * rate.den - rate.num) / (2 * rate.num));
  return second >= 0 && frameNumber - flashFrame(second, rate) < flashLength(rate);
}

/** The first sample of a frame, at any sample rate. */
export function firstSampleOf(frameNumber: number, rate: FrameRate, sampleRate: number): number {
  return Math.floor((frameNumber * rate.den * sampleRate) / rate.num);
}

function flashLength(rate: FrameRate): number {
  return Math.max(2, Math.ceil((0.06 * rate.num) / rate.den));
}
