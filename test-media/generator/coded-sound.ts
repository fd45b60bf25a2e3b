import type { FrameRate } from '../../src/shared/time/index.ts';
import { BEEP_HZ, BEEP_MS, firstSampleOf, flashFrame } from '../code/flash-cadence.ts';

const BEEP_LEVEL = 0.35;
/** A quiet tone under everything, so that silence is always a fault. */
const BED_LEVEL = 0.03;

/** What the sound of a clip depends on. */
export interface SoundSpec {
  readonly clipId: number;
  readonly rate: FrameRate;
  readonly sampleRate: number;
}

/** Samples [from, to) of a clip's sound: mono, s16 little-endian. */
export function drawCodedSound(spec: SoundSpec, from: number, to: number): Buffer {
  const sound = Buffer.alloc((to - from) * 2);
  const bedStep = (2 * Math.PI * (200 + (spec.clipId % 64) * 5)) / spec.sampleRate;
  const beepStep = (2 * Math.PI * BEEP_HZ) / spec.sampleRate;
  for (let sample = from; sample < to; sample++) {
    const sinceBeep = samplesSinceBeep(sample, spec);
    const beep = sinceBeep === null ? 0 : BEEP_LEVEL * Math.sin(sinceBeep * beepStep);
    sound.writeInt16LE(Math.round(32767 * (beep + BED_LEVEL * Math.sin(sample * bedStep))), (sample - from) * 2);
  }
  return sound;
}

function samplesSinceBeep(sample: number, { rate, sampleRate }: SoundSpec): number | null {
  const second = Math.floor(sample / sampleRate);
  const beepSamples = (BEEP_MS * sampleRate) / 1000;
  // The beep begins on a whole frame, at half past the second or up to a frame later.
  const start = firstSampleOf(flashFrame(second, rate), rate, sampleRate);
  return sample >= start && sample < start + beepSamples ? sample - start : null;
}
