const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);
/** No small picture is larger; more without an end is not one. */
const MOST_BYTES = 2 * 1024 * 1024;

/** Cuts a stream of JPEG pictures into pictures: the marker of an end stands nowhere within one (ITU-T T.81, B.1.1.5). */
export class JpegSplitter {
  #pending = Buffer.alloc(0);

  /** Takes in the next piece. @returns the last picture that it completes; null when it completes none */
  push(chunk: Buffer): Buffer | null {
    this.#pending = this.#pending.length + chunk.length > MOST_BYTES ? Buffer.from(chunk) : Buffer.concat([this.#pending, chunk]);
    const last = this.#pending.lastIndexOf(END_OF_IMAGE);
    if (last === -1) return null;
    const whole = this.#pending.subarray(0, last + 2);
    this.#pending = Buffer.from(this.#pending.subarray(last + 2));
    const before = whole.length > 2 ? whole.lastIndexOf(END_OF_IMAGE, whole.length - 3) : -1;
    return Buffer.from(whole.subarray(before === -1 ? 0 : before + 2));
  }
}
