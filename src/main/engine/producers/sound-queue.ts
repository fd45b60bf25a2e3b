import { BYTES_PER_SAMPLE } from './frame-format.ts';

/**
 * Sound on its way from a decoder to the air: a ring of bytes in which every sample has its absolute number. What is asked for and
 * isn't there is silence; what arrives too late for its place is dropped, so that sound never slips against the picture.
 */
export class SoundQueue {
  #ring: Buffer;
  /** Absolute byte numbers: everything in [#start, #end) is in the ring. */
  #start = 0;
  #end = 0;

  constructor(capacitySamples: number) {
    this.#ring = Buffer.alloc(capacitySamples * BYTES_PER_SAMPLE);
  }

  /** Whole samples that are there from sample `from` on. */
  samplesFrom(from: number): number {
    return Math.max(0, Math.floor((this.#end - Math.max(this.#start, from * BYTES_PER_SAMPLE)) / BYTES_PER_SAMPLE));
  }

  /** Takes in the bytes that follow those it had before. */
  write(chunk: Buffer): void {
    this.#makeRoom(chunk.length);
    const size = this.#ring.length;
    const at = this.#end % size;
    const first = Math.min(chunk.length, size - at);
    chunk.copy(this.#ring, at, 0, first);
    chunk.copy(this.#ring, 0, first);
    this.#end += chunk.length;
  }

  /** Copies `count` samples from sample `from` on to the start of `into`, silence where there are none, and lets go of all before their end. */
  read(from: number, count: number, into: Buffer): void {
    const wantedStart = from * BYTES_PER_SAMPLE;
    const wantedEnd = wantedStart + count * BYTES_PER_SAMPLE;
    const start = Math.min(Math.max(this.#start, wantedStart), wantedEnd);
    const wholeEnd = this.#end - (this.#end % BYTES_PER_SAMPLE);
    const end = Math.max(start, Math.min(wholeEnd, wantedEnd));
    into.fill(0, 0, start - wantedStart);
    this.#copy(start, end, into, start - wantedStart);
    into.fill(0, end - wantedStart, count * BYTES_PER_SAMPLE);
    this.#start = Math.max(this.#start, Math.min(wantedEnd, this.#end));
    this.#lateUntil = Math.max(this.#lateUntil, wantedEnd);
  }

  /** What arrives before this byte number came too late. */
  #lateUntil = 0;

  #copy(start: number, end: number, into: Buffer, at: number): void {
    const size = this.#ring.length;
    const from = start % size;
    const first = Math.min(end - start, size - from);
    this.#ring.copy(into, at, from, from + first);
    if (first < end - start) this.#ring.copy(into, at + first, 0, end - start - first);
  }

  /** Drops what came too late, and grows when that isn't enough: a decoder must never be kept waiting with the picture wanted. */
  #makeRoom(bytes: number): void {
    this.#start = Math.max(this.#start, Math.min(this.#end, this.#lateUntil));
    const needed = this.#end - this.#start + bytes;
    if (needed <= this.#ring.length) return;
    const grown = Buffer.alloc(Math.max(needed, this.#ring.length * 2));
    const start = this.#start;
    const size = grown.length;
    const held = Buffer.alloc(this.#end - start);
    this.#copy(start, this.#end, held, 0);
    const first = Math.min(held.length, size - (start % size));
    held.copy(grown, start % size, 0, first);
    held.copy(grown, 0, first);
    this.#ring = grown;
  }
}
