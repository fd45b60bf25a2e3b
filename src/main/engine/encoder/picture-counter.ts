const PACKET_BYTES = 188;
/** The PID that FFmpeg's MPEG-TS writer gives the first stream. */
const VIDEO_PID = 0x100;

/** Counts the pictures that have begun in an encoder's MPEG-TS (ISO/IEC 13818-1): packets of the video PID that start a PES packet. */
export class PictureCounter {
  #count = 0;
  /** Bytes of the packet that the last piece ended in. */
  #carried = 0;
  readonly #head = Buffer.alloc(3);

  get count(): number {
    return this.#count;
  }

  /** Takes in the next piece of the stream, cut anywhere. @returns the pictures that begin in it. */
  see(bytes: Buffer): number {
    const before = this.#count;
    let at = -this.#carried;
    for (; at + 2 < bytes.length; at += PACKET_BYTES) {
      const second = this.#byteAt(bytes, at + 1);
      const pid = ((second & 0x1f) << 8) | this.#byteAt(bytes, at + 2);
      if (at + 2 >= 0 && (second & 0x40) !== 0 && pid === VIDEO_PID) this.#count += 1;
    }
    this.#carried = (this.#carried + bytes.length) % PACKET_BYTES;
    const tail = Math.min(this.#carried, 3);
    const packetStart = bytes.length - this.#carried;
    for (let index = 0; index < tail; index++) {
      if (packetStart + index >= 0) this.#head[index] = bytes[packetStart + index] ?? 0;
    }
    return this.#count - before;
  }

  #byteAt(bytes: Buffer, at: number): number {
    return at < 0 ? (this.#head[at + this.#carried] ?? 0) : (bytes[at] ?? 0);
  }
}
