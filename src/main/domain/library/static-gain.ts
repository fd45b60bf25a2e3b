import { type Decibels, decibels } from '../../../shared/time/index.ts';
import type { Loudness } from './media-file.ts';

/** The loudness of programmes on air (EBU R 128: -23 LUFS). */
export const TARGET_LUFS = -23;

/** The highest true peak that may air (EBU R 128: -1 dBTP). */
export const PEAK_LIMIT_DB = -1;

/** Whatever is quieter than this is taken for silence with noise, not for sound that wants to be heard. */
const QUIETEST_LUFS = -60;

/**
 * The gain that brings sound to the target loudness without letting its peaks over the limit, rounded down to 0.1 dB.
 * No gain for silence.
 */
export function staticGain(loudness: Loudness | null): Decibels {
  if (loudness === null || loudness.integratedLufs < QUIETEST_LUFS) return decibels(0);
  const wanted = TARGET_LUFS - loudness.integratedLufs;
  const headroom = PEAK_LIMIT_DB - loudness.truePeakDb;
  return decibels(Math.floor(Math.min(wanted, headroom) * 10 + 1e-6) / 10);
}
