/** Memory for one picture, shared by whoever shows it and given back to its pool when the last of them is done. */
export class PictureFrame {
  readonly bytes: Buffer;
  readonly #giveBack: (frame: PictureFrame) => void;
  #holders = 0;

  constructor(size: number, giveBack: (frame: PictureFrame) => void) {
    this.bytes = Buffer.allocUnsafeSlow(size);
    this.#giveBack = giveBack;
  }

  /** Keeps the picture from being overwritten until `release`. */
  retain(): this {
    this.#holders += 1;
    return this;
  }

  /** Undoes one `retain`. @throws Error when there was none: the picture may be on air with foreign content. */
  release(): void {
    if (this.#holders === 0) throw new Error('A picture was released more often than it was retained');
    this.#holders -= 1;
    if (this.#holders === 0) this.#giveBack(this);
  }
}

/** Recycles the memory of pictures: after the first seconds nothing is allocated any more, and nothing is left to collect. */
export class FramePool {
  readonly #size: number;
  readonly #mostFree: number;
  readonly #free: PictureFrame[] = [];
  #taken = 0;

  /** `mostFree` bounds what is kept for later; what comes back beyond it is left to the collector. */
  constructor(size: number, mostFree: number) {
    this.#size = size;
    this.#mostFree = mostFree;
  }

  /** How many frames were ever taken: nearly all of them by decoders, one for each picture. */
  get taken(): number {
    return this.#taken;
  }

  /** A frame with arbitrary content, retained once. */
  take(): PictureFrame {
    this.#taken += 1;
    const frame = this.#free.pop() ?? new PictureFrame(this.#size, (returned) => this.#keep(returned));
    return frame.retain();
  }

  #keep(frame: PictureFrame): void {
    if (this.#free.length < this.#mostFree) this.#free.push(frame);
  }
}
