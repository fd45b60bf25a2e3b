import { isRandomAccessAt, PACKET_BYTES } from './ts-packet.ts';

const IDR_SLICE = 5;
const SEQUENCE_PARAMETERS = 7;

/**
 * Whether the H.264 picture whose first packet is at `at` can be decoded without one before it: the packet says so, or,
 * for a multiplexer that never says, an IDR slice or the sequence parameters ahead of it stand in that packet.
 */
export function startsKeyFrame(bytes: Buffer, at: number, dataStart: number): boolean {
  return isRandomAccessAt(bytes, at) || holdsKeyUnit(bytes, dataStart, at + PACKET_BYTES);
}

function holdsKeyUnit(bytes: Buffer, from: number, end: number): boolean {
  for (let at = from; at + 3 < end; at += 1) {
    if (bytes.readUIntBE(at, 3) !== 1) continue;
    const type = bytes.readUInt8(at + 3) & 0x1f;
    if (type === IDR_SLICE || type === SEQUENCE_PARAMETERS) return true;
  }
  return false;
}
