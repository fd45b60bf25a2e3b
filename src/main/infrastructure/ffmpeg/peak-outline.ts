import type { Milliseconds } from '../../../shared/time/index.ts';

/** A screen is not wider. */
const MOST_PARTS = 1_000;

/** Parts shorter than this outline nothing that could be seen. */
const LEAST_PART_MS = 10;

const FULL_SCALE = 32_768;

/** Takes bare samples (16 bits, little-endian, one channel) as they come and keeps the highest of each equal part of the length. */
export class PeakOutline {
  readonly #peaks: number[];
  readonly #samplesPerPart: number;
  #sample = 0;
  #oddByte: number | null = null;

  constructor(duration: Milliseconds, sampleRateHz: number) {
    const parts = Math.min(MOST_PARTS, Math.max(1, Math.floor(duration / LEAST_PART_MS)));
    this.#peaks = new Array<number>(parts).fill(0);
    this.#samplesPerPart = (duration * sampleRateHz) / 1000 / parts;
  }

  /** Takes the next bytes, which may end in the middle of a sample. */
  take(bytes: Uint8Array): void {
    let at = 0;
    if (this.#oddByte !== null && bytes.length > 0) {
      this.#takeSample(this.#oddByte | ((bytes[0] ?? 0) << 8));
      at = 1;
    }
    for (; at + 1 < bytes.length; at += 2) this.#takeSample((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
    this.#oddByte = at < bytes.length ? (bytes[at] ?? null) : null;
  }

  /** The highest sample of each part, from 0 to 1 (full scale), in thousandths. */
  peaks(): readonly number[] {
    return this.#peaks.map((peak) => Math.round((peak / FULL_SCALE) * 1000) / 1000);
  }

  #takeSample(unsigned: number): void {
    const level = Math.abs((unsigned << 16) >> 16);
    const part = Math.min(this.#peaks.length - 1, Math.floor(this.#sample / this.#samplesPerPart));
    if (level > (this.#peaks[part] ?? 0)) this.#peaks[part] = level;
    this.#sample++;
  }
}
