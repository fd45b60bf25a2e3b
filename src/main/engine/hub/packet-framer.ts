import { PACKET_BYTES, SYNC_BYTE } from './ts-packet.ts';

/**
 * Cuts a byte stream with arbitrary chunk boundaries into runs of whole TS packets. A run is a view of the chunk it came
 * in; only the one packet that straddles two chunks is copied. Bytes that are no packet are skipped until the sync byte
 * stands again where two packets in a row would have it.
 */
export class PacketFramer {
  #carry: Buffer = Buffer.alloc(0);
  #skippedBytes = 0;

  /** How many bytes were thrown away to find the packets again. */
  get skippedBytes(): number {
    return this.#skippedBytes;
  }

  /** Takes a chunk and gives the runs that are whole now. Each run's length is a multiple of 188 and above 0. */
  push(chunk: Buffer): readonly Buffer[] {
    const runs: Buffer[] = [];
    const rest = this.#completeCarry(chunk, runs);
    this.#carry = this.#takeRuns(rest, runs);
    return runs;
  }

  /** Forgets the packet that is only partly there: what follows is a new stream that begins with a packet. */
  reset(): void {
    this.#carry = Buffer.alloc(0);
  }

  /** Fills up the packet left from the last chunk. Returns what is left of this one. */
  #completeCarry(chunk: Buffer, runs: Buffer[]): Buffer {
    if (this.#carry.length === 0) return chunk;
    const missing = PACKET_BYTES - this.#carry.length;
    const packet = Buffer.concat([this.#carry, chunk.subarray(0, missing)]);
    // Too short still, or the packet after it does not begin where it should: look at all of it again.
    const next = chunk.length > missing ? chunk.readUInt8(missing) : SYNC_BYTE;
    if (packet.length < PACKET_BYTES) return packet;
    if (next !== SYNC_BYTE) return Buffer.concat([this.#carry, chunk]);
    runs.push(packet);
    return chunk.subarray(missing);
  }

  /** Takes every whole packet out of `bytes`. Returns the start of a packet that is not whole yet, fewer than 188 bytes. */
  #takeRuns(bytes: Buffer, runs: Buffer[]): Buffer {
    let start = findPacket(bytes, 0);
    this.#skippedBytes += start;
    let at = start;
    while (at + PACKET_BYTES <= bytes.length) {
      at += PACKET_BYTES;
      if (at < bytes.length && bytes.readUInt8(at) !== SYNC_BYTE) {
        runs.push(bytes.subarray(start, at));
        start = findPacket(bytes, at);
        this.#skippedBytes += start - at;
        at = start;
      }
    }
    if (at > start) runs.push(bytes.subarray(start, at));
    return bytes.subarray(at);
  }
}

/** The first place from `from` on that can be a packet's start: a sync byte, and another one a packet later if that far is known. */
function findPacket(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes.readUInt8(at) !== SYNC_BYTE) continue;
    const next = at + PACKET_BYTES;
    if (next >= bytes.length || bytes.readUInt8(next) === SYNC_BYTE) return at;
  }
  return bytes.length;
}
