import { RtmpViolation } from './rtmp-violation.ts';

const VERSION = 3;
/** C1, S1, C2 and S2 (Adobe RTMP 1.0, 5.2). */
const PART_BYTES = 1536;

/** What to do after some bytes of a handshake. */
export interface HandshakeStep {
  /** To be sent now; empty when there is nothing to say. */
  readonly reply: Buffer;
  /** What followed the handshake; null while it is not over. */
  readonly rest: Buffer | null;
}

/**
 * The server's side of RTMP's plain handshake. Clients that begin the signed one of the Flash player take the plain answer
 * too, since its version bytes are zero: FFmpeg, VLC and OBS all do.
 */
export class Handshake {
  readonly #random: Buffer;
  #received: Buffer = Buffer.alloc(0);
  #isAnswered = false;

  /** `random`: at least 1528 bytes. */
  constructor(random: Buffer) {
    this.#random = random;
  }

  /** Takes bytes from the client. @throws RtmpViolation when it speaks another version. */
  push(bytes: Buffer): HandshakeStep {
    this.#received = Buffer.concat([this.#received, bytes]);
    if (this.#received.length > 0 && !this.#isAnswered && this.#received[0] !== VERSION) throw new RtmpViolation('Not RTMP version 3');
    const reply = this.#answer();
    if (!this.#isAnswered || this.#received.length < PART_BYTES) return { reply, rest: null };
    return { reply, rest: this.#received.subarray(PART_BYTES) };
  }

  #answer(): Buffer {
    if (this.#isAnswered || this.#received.length < 1 + PART_BYTES) return Buffer.alloc(0);
    this.#isAnswered = true;
    const theirs = this.#received.subarray(1, 1 + PART_BYTES);
    this.#received = this.#received.subarray(1 + PART_BYTES);
    return Buffer.concat([Buffer.of(VERSION), Buffer.alloc(8), this.#random.subarray(0, PART_BYTES - 8), theirs]);
  }
}
