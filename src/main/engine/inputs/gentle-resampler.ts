import { BYTES_PER_SAMPLE } from '../producers/frame-format.ts';

/** Gives `count` samples from sample `from` on, each once and in order; silence for what isn't there. */
export type SampleSource = (from: number, count: number, into: Buffer) => void;

/** What the curve through a point needs around it: one sample before, two after. */
const BEFORE = 1;
const AFTER = 2;

/**
 * Reads stereo sound at a speed that is nearly 1, by a cubic curve through four samples (Catmull and Rom). At a speed of exactly 1 and a whole position it gives the very samples. Allocates
 * nothing after the first frame.
 */
export class GentleResampler {
  #window = Buffer.alloc(0);
  /** The sample that the window begins with, and the first one after it. */
  #from = 0;
  #end = 0;

  /** Writes `count` samples to `into`, the first one at `position`, each following one `speed` further on. Positions only move forward. */
  read(position: number, speed: number, count: number, source: SampleSource, into: Buffer): void {
    if (count === 0) return;
    const first = Math.floor(position) - BEFORE;
    const end = Math.floor(position + speed * (count - 1)) + AFTER + 1;
    this.#load(Math.max(0, first), end, source);
    for (let index = 0; index < count; index++) {
      const at = position + speed * index;
      const whole = Math.floor(at);
      into.writeInt16LE(this.#curve(whole, at - whole, 0), index * BYTES_PER_SAMPLE);
      into.writeInt16LE(this.#curve(whole, at - whole, 2), index * BYTES_PER_SAMPLE + 2);
    }
  }

  /** Has samples [from, end) in the window: those of it that are there stay, the rest is read. */
  #load(from: number, end: number, source: SampleSource): void {
    const needed = (end - from) * BYTES_PER_SAMPLE;
    if (this.#window.length < needed) this.#window = Buffer.concat([this.#window], needed * 2);
    const kept = from >= this.#from && from < this.#end ? Math.min(this.#end, end) - from : 0;
    const keptAt = (from - this.#from) * BYTES_PER_SAMPLE;
    if (kept > 0) this.#window.copy(this.#window, 0, keptAt, keptAt + kept * BYTES_PER_SAMPLE);
    const missing = end - from - kept;
    if (missing > 0) source(from + kept, missing, this.#window.subarray(kept * BYTES_PER_SAMPLE, needed));
    this.#from = from;
    this.#end = end;
  }

  #curve(whole: number, fraction: number, side: number): number {
    const y1 = this.#at(whole, side);
    if (fraction === 0) return y1;
    const y0 = this.#at(whole - 1, side);
    const y2 = this.#at(whole + 1, side);
    const y3 = this.#at(whole + 2, side);
    const a = (3 * (y1 - y2) + y3 - y0) / 2;
    const b = y0 - (5 * y1 - 4 * y2 + y3) / 2;
    const c = (y2 - y0) / 2;
    const level = Math.round(((a * fraction + b) * fraction + c) * fraction + y1);
    return Math.max(-32_768, Math.min(32_767, level));
  }

  #at(sample: number, side: number): number {
    const index = Math.max(0, sample - this.#from);
    return this.#window.readInt16LE(index * BYTES_PER_SAMPLE + side);
  }
}
