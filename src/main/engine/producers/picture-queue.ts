import type { FramePool, PictureFrame } from './picture-frame.ts';

/** Pictures on their way from a decoder to the air, each with its number. What arrives too late for its place is recycled at once. */
export class PictureQueue {
  readonly #pool: FramePool;
  readonly #frames: PictureFrame[] = [];
  /** The number of the first frame in the queue. */
  #first = 0;
  #wanted = 0;
  #assembling: PictureFrame | null = null;
  #filled = 0;

  constructor(pool: FramePool) {
    this.#pool = pool;
  }

  /** Pictures that have arrived whole, counted from the source's first one. */
  get arrived(): number {
    return this.#first + this.#frames.length;
  }

  /** Pictures waiting to be shown. */
  get length(): number {
    return this.#frames.length;
  }

  /** The memory that the next bytes go to; never empty. */
  space(): Buffer {
    this.#assembling ??= this.#pool.take();
    return this.#assembling.bytes.subarray(this.#filled);
  }

  /** Says that the first `count` bytes of `space()` are filled now. */
  filled(count: number): void {
    if (this.#assembling === null) return;
    this.#filled += count;
    if (this.#filled < this.#assembling.bytes.length) return;
    this.#frames.push(this.#assembling);
    this.#assembling = null;
    this.#filled = 0;
    this.#dropBefore(this.#wanted);
  }

  /** Picture `index` if it is there. Pictures before it are let go. */
  at(index: number): PictureFrame | null {
    this.#wanted = Math.max(this.#wanted, index);
    this.#dropBefore(this.#wanted);
    return this.#frames[index - this.#first] ?? null;
  }

  /** Lets go of everything. */
  clear(): void {
    this.#dropBefore(Number.POSITIVE_INFINITY);
    this.#assembling?.release();
    this.#assembling = null;
    this.#filled = 0;
  }

  #dropBefore(index: number): void {
    while (this.#first < index) {
      const frame = this.#frames.shift();
      if (frame === undefined) return;
      frame.release();
      this.#first += 1;
    }
  }
}
