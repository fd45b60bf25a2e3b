import { BYTES_PER_SAMPLE } from '../producers/frame-format.ts';

/** Length of the ramp at a seam: 5 ms at 48 kHz. */
const RAMP_SAMPLES = 240;

/**
 * Keeps seams from clicking. Where the source changes, the new sound comes in over 5 ms while the level that the old one was left at goes
 * out; where the end of a source is known, it is ramped out beforehand.
 */
export class Declicker {
  #lastLeft = 0;
  #lastRight = 0;
  #source: string | null = null;

  /** Treats one frame of sound in place. `source` names where it comes from; `isLast`: its next frame comes from elsewhere. */
  smooth(sound: Buffer, count: number, source: string, isLast: boolean): void {
    const ramp = Math.min(RAMP_SAMPLES, count);
    if (this.#source !== null && this.#source !== source) this.#rampIn(sound, ramp);
    if (isLast) rampOut(sound, count, ramp);
    this.#source = source;
    if (count === 0) return;
    this.#lastLeft = sound.readInt16LE((count - 1) * BYTES_PER_SAMPLE);
    this.#lastRight = sound.readInt16LE((count - 1) * BYTES_PER_SAMPLE + 2);
  }

  #rampIn(sound: Buffer, ramp: number): void {
    for (let index = 0; index < ramp; index++) {
      const share = (index + 1) / (ramp + 1);
      const at = index * BYTES_PER_SAMPLE;
      sound.writeInt16LE(Math.round(sound.readInt16LE(at) * share + this.#lastLeft * (1 - share)), at);
      sound.writeInt16LE(Math.round(sound.readInt16LE(at + 2) * share + this.#lastRight * (1 - share)), at + 2);
    }
  }
}

function rampOut(sound: Buffer, count: number, ramp: number): void {
  for (let index = 0; index < ramp; index++) {
    const share = 1 - (index + 1) / ramp;
    const at = (count - ramp + index) * BYTES_PER_SAMPLE;
    sound.writeInt16LE(Math.round(sound.readInt16LE(at) * share), at);
    sound.writeInt16LE(Math.round(sound.readInt16LE(at + 2) * share), at + 2);
  }
}
