const PACKET = 188;
const SYNC = 0x47;
const PAT_PID = 0;
/** Where FFmpeg's MPEG-TS muxer puts its first stream, and the table that tells of it. */
const FIRST_PID = 0x100;
const PMT_PID = 0x1000;

/** Whole packets of a stream, up to the next key frame. */
export interface TransportPiece {
  readonly bytes: Buffer;
  readonly isKeyFrame: boolean;
}

/**
 * Cuts the MPEG-TS of a receiver into pieces of whole packets that begin a new one at each key frame of the picture, and keeps the tables that somebody who comes late must have
 * (ISO/IEC 13818-1, 2.4.3 and 2.4.4). The picture is the first stream.
 */
export class TransportCutter {
  #rest = Buffer.alloc(0);
  #pat: Buffer | null = null;
  #pmt: Buffer | null = null;

  /** What goes before the first piece for somebody new. */
  get tables(): readonly Buffer[] {
    return [this.#pat, this.#pmt].filter((table) => table !== null);
  }

  push(chunk: Buffer): readonly TransportPiece[] {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const end = bytes.length - (bytes.length % PACKET);
    this.#rest = Buffer.from(bytes.subarray(end));
    const pieces: TransportPiece[] = [];
    let from = 0;
    let isKeyFrame = false;
    for (let at = 0; at < end; at += PACKET) {
      this.#keepTable(bytes, at);
      if (!beginsKeyFrame(bytes, at)) continue;
      if (at > from) pieces.push({ bytes: bytes.subarray(from, at), isKeyFrame });
      from = at;
      isKeyFrame = true;
    }
    if (end > from) pieces.push({ bytes: bytes.subarray(from, end), isKeyFrame });
    return pieces;
  }

  #keepTable(bytes: Buffer, at: number): void {
    const pid = pidAt(bytes, at);
    if (pid === PAT_PID) this.#pat = Buffer.from(bytes.subarray(at, at + PACKET));
    if (pid === PMT_PID) this.#pmt = Buffer.from(bytes.subarray(at, at + PACKET));
  }
}

function pidAt(bytes: Buffer, at: number): number {
  return bytes[at] === SYNC ? bytes.readUInt16BE(at + 1) & 0x1fff : -1;
}

/** A packet that begins a unit of the picture and says that decoding may begin there (random access indicator). */
function beginsKeyFrame(bytes: Buffer, at: number): boolean {
  if (pidAt(bytes, at) !== FIRST_PID) return false;
  const begins = ((bytes[at + 1] ?? 0) & 0x40) !== 0;
  const hasField = ((bytes[at + 3] ?? 0) & 0x20) !== 0 && (bytes[at + 4] ?? 0) > 0;
  return begins && hasField && ((bytes[at + 5] ?? 0) & 0x40) !== 0;
}
